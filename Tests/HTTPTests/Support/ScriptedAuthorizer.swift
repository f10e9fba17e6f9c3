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

/// Adds a header with the number of the call to each attempt, and notes in turn what it is asked and told.
final class RecordingAuthorizer: Authorizer {
    private let state = Mutex((count: 0, log: [String]()))

    /// `authorize 1`, `observe 503 1`, `renew 401 2`: the status of the answer, and the number that its request had.
    var log: [String] { state.withLock { $0.log } }

    func authorize(_ request: inout HTTPRequest) async throws(AuthorizationFailure) {
        let number = state.withLock { state in
            state.count += 1
            state.log.append("authorize \(state.count)")
            return state.count
        }
        request.headers.add("X-Attempt", "\(number)")
        request.awsSignature = AWSSignature(
            accessKey: Secret("\(number)"), secretKey: Secret("s"), sessionToken: nil, region: "r", service: "s")
    }

    func observe(_ response: HTTPResponse, to request: HTTPRequest) {
        state.withLock { $0.log.append("observe \(response.status) \(request.headers.first("X-Attempt") ?? "-")") }
    }

    func renew(
        after response: HTTPResponse, of request: HTTPRequest, isForced: Bool
    ) async throws(AuthorizationFailure) -> Bool {
        state.withLock { $0.log.append("renew \(response.status) \(request.headers.first("X-Attempt") ?? "-")") }
        return response.status == 401
    }
}

/// Whose proofs are wanted anew by a 400, and whose tokens by a 401.
final class ProvingAuthorizer: Authorizer {
    private let state = Mutex((token: 1, proof: 0))

    func authorize(_ request: inout HTTPRequest) async throws(AuthorizationFailure) {
        let (token, proof) = state.withLock { state in
            state.proof += 1
            return (state.token, state.proof)
        }
        request.headers.set(HTTPHeader("Authorization", SensitiveText("token-\(token) proof-\(proof)", isSecret: true)))
    }

    func wantsAnotherProof(after response: HTTPResponse, to request: HTTPRequest) -> Bool { response.status == 400 }

    func renew(
        after response: HTTPResponse, of request: HTTPRequest, isForced: Bool
    ) async throws(AuthorizationFailure) -> Bool {
        guard response.status == 401 else { return false }
        state.withLock { $0.token += 1 }
        return true
    }
}
