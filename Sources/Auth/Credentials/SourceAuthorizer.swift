import HTTP
import JobFile
import Secrets

/// Puts the credential of one source into requests, and keeps it from hosts that it is not for.
struct SourceAuthorizer: Authorizer {
    let source: any CredentialSource
    private let hosts: HostRules
    private let failures: TokenFailures

    init(_ configuration: TokenSourceConfiguration, redactor: Redactor, source: any CredentialSource) {
        self.source = source
        hosts = HostRules(configuration)
        failures = TokenFailures(configuration, redactor)
    }

    func authorize(_ request: inout HTTPRequest) async throws(AuthorizationFailure) {
        guard let url = HTTPURL(request.url), hosts.allow(url) else {
            // A redirect may lead anywhere; that is no reason to fail, only to keep the credential.
            if request.isRedirected { return }
            throw AuthorizationFailure(failures.hostNotAllowed(request.url))
        }
        do throws(TokenFailure) {
            let credential = try await source.credential()
            if let problem = credential.problem { throw failures.cannotBeSent(problem) }
            credential.add(to: &request)
        } catch {
            throw AuthorizationFailure(error)
        }
    }

    /// What to say about an answer that is the last one, if it refuses the credential.
    func failure(of response: HTTPResponse) -> TokenFailure? {
        guard source.isRefused(by: response) else { return nil }
        return failures.notAccepted(response)
    }

    func renew(
        after response: HTTPResponse, of request: HTTPRequest, isForced: Bool
    ) async throws(AuthorizationFailure) -> Bool {
        do throws(TokenFailure) {
            return try await source.renew(after: response, of: request, isForced: isForced)
        } catch {
            throw AuthorizationFailure(error)
        }
    }
}
