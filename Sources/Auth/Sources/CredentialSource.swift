import HTTP
import JSON

/// Where a credential comes from; safe to use from many tasks at once.
protocol CredentialSource: Sendable {
    /// The credential for a request that is about to be sent.
    func credential() async throws(TokenFailure) -> Credential

    /// What else the token endpoint said.
    func members() async throws(TokenFailure) -> JSONValue

    /// Whether an API's answer says that the credential is not good enough.
    func isRefused(by response: HTTPResponse) -> Bool

    /// Sees to another credential than the one that an API refused.
    ///
    /// Returns whether there is another one: then the request is worth sending once more.
    func renew(
        after response: HTTPResponse, of request: HTTPRequest, isForced: Bool
    ) async throws(TokenFailure) -> Bool
}
