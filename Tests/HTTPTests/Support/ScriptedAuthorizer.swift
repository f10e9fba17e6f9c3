import HTTP
import Secrets
import Synchronization

/// Gives `token-1`, and after each renewal the next, to one origin.
final class ScriptedAuthorizer: Authorizer {
    struct HostNotAllowed: Error {}

    private struct State {
        var number = 1
        var renewals: [Bool] = []
    }

    private let origin: Origin?
    private let refreshOn: Set<Int>
    private let state = Mutex(State())

    init(for url: String, refreshOn: Set<Int> = [401]) {
        origin = Origin(url)
        self.refreshOn = refreshOn
    }

    /// For each renewal that was asked for, whether it was forced.
    var renewals: [Bool] { state.withLock { $0.renewals } }

    func authorize(_ request: inout HTTPRequest) async throws(AuthorizationFailure) {
        guard Origin(request.url) == origin else {
            if request.isRedirected { return }
            throw AuthorizationFailure(HostNotAllowed())
        }
        let number = state.withLock { $0.number }
        request.headers.set(HTTPHeader("Authorization", SensitiveText("Bearer token-\(number)", isSecret: true)))
    }

    func renew(
        after response: HTTPResponse, of request: HTTPRequest, isForced: Bool
    ) async throws(AuthorizationFailure) -> Bool {
        guard isForced || refreshOn.contains(response.status), request.headers.contains("Authorization") else {
            return false
        }
        state.withLock { state in
            state.renewals.append(isForced)
            state.number += 1
        }
        return true
    }
}
