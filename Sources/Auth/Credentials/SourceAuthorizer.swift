import Diagnostics
import HTTP
import JSON
import JobFile
import Secrets

/// Puts the credential of one source into requests, and keeps it from hosts that it is not for.
struct SourceAuthorizer: Authorizer {
    let source: any CredentialSource
    /// Where the source stands in the job file.
    let span: SourceSpan
    private let name: String
    private let hosts: HostRules
    private let certificate: ClientCertificate?
    private let prover: @Sendable () -> DPoPProver?
    private let failures: TokenFailures
    private let clock: any HTTPClock
    private let members: @Sendable (String) async throws(TokenFailure) -> JSONValue

    /// - Parameters:
    ///   - prover: what looks at the nonces of answers; nil for plain tokens.
    ///   - members: the members of another source's token answer.
    init(
        _ configuration: TokenSourceConfiguration, clock: any HTTPClock, redactor: Redactor,
        source: any CredentialSource,
        prover: @escaping @Sendable () -> DPoPProver?,
        members: @escaping @Sendable (String) async throws(TokenFailure) -> JSONValue
    ) {
        self.source = source
        self.clock = clock
        self.prover = prover
        self.members = members
        name = configuration.name
        span = configuration.span
        hosts = HostRules(configuration)
        certificate = ClientCertificate(configuration)
        failures = TokenFailures(configuration, redactor)
    }

    func authorize(_ request: inout HTTPRequest) async throws(AuthorizationFailure) {
        do throws(TokenFailure) {
            guard let credential = try await credential(for: request) else {
                // A redirect may lead anywhere; that is no reason to fail, only to keep the credential.
                if request.isRedirected { return }
                throw failures.hostNotAllowed(request.url)
            }
            if let problem = credential.problem { throw failures.cannotBeSent(problem) }
            credential.add(to: &request)
            certificate?.add(to: &request, with: credential.token)
            // Each attempt has a proof of its own.
            try credential.prover?.addProof(to: &request, token: credential.token.value)
        } catch {
            throw AuthorizationFailure(error)
        }
    }

    /// The token is good; the next proof has the nonce that this answer brought.
    func wantsAnotherProof(after response: HTTPResponse, to request: HTTPRequest) -> Bool {
        guard let prover = prover(), request.headers.contains(DPoPProver.name) else { return false }
        return prover.isNonceWanted(by: response)
    }

    func observe(_ response: HTTPResponse, to request: HTTPRequest) {
        prover()?.observe(response, to: request)
    }

    /// What to say about an answer that is the last one, if it refuses the credential.
    func failure(of response: HTTPResponse) -> TokenFailure? {
        guard source.isRefused(by: response) else { return nil }
        return failures.notAccepted(response, at: clock.wallClock())
    }

    /// What to try when an answer refuses the credential.
    func advice(on response: HTTPResponse) -> [String] { failures.advice(on: response, at: clock.wallClock()) }

    func renew(
        after response: HTTPResponse, of request: HTTPRequest, isForced: Bool
    ) async throws(AuthorizationFailure) -> Bool {
        do throws(TokenFailure) {
            return try await source.renew(after: response, of: request, isForced: isForced)
        } catch {
            throw AuthorizationFailure(error)
        }
    }

    /// The credential for a request; nil when it goes to a host that the credential is not for.
    private func credential(for request: HTTPRequest) async throws(TokenFailure) -> Credential? {
        guard let url = HTTPURL(request.url) else { return nil }
        if hosts.allow(url) { return try await source.credential() }
        var own: Credential?
        let isAllowed = try await hosts.allow(url) { name throws(TokenFailure) in
            guard name == self.name else { return try await members(name) }
            // What the answer to the very token says that goes along, and to no other one.
            let credential = if let own { own } else { try await source.credential() }
            own = credential
            return credential.token.members
        }
        guard isAllowed else { return nil }
        return if let own { own } else { try await source.credential() }
    }
}
