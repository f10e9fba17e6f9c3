/// Puts a credential into requests, and gets another when one is refused.
public protocol Authorizer: Sendable {
    /// Adds the credential to a request that is about to be sent, for each attempt and each hop.
    ///
    /// - Throws: when there is no credential, or the request goes to a host that must not get it. A request that was
    ///   redirected to such a host is left as it is instead.
    func authorize(_ request: inout HTTPRequest) async throws(AuthorizationFailure)

    /// Gets another credential when an answer, which is not a 2xx unless a rule says so, shows that it takes one.
    ///
    /// - Parameter isForced: a rule of the job says so, whatever the answer looks like.
    /// - Returns: whether there is another one, so that the request is worth sending again.
    /// - Throws: when there should be another, and there is none.
    func renew(
        after response: HTTPResponse, of request: HTTPRequest, isForced: Bool
    ) async throws(AuthorizationFailure) -> Bool

    /// Whether an answer wants the same credential with another proof, such as one with a nonce (RFC 9449 section 9).
    ///
    /// The request is then sent again, once for a credential.
    func wantsAnotherProof(after response: HTTPResponse, to request: HTTPRequest) -> Bool

    /// Notes what an answer says, whatever its status.
    ///
    /// It is told of every one, also of another origin's after a redirect, before ``renew(after:of:isForced:)`` and
    /// before the request is sent again.
    ///
    /// - Parameter request: the request as it was sent, with the credential.
    func observe(_ response: HTTPResponse, to request: HTTPRequest)
}

extension Authorizer {
    /// False: most credentials have no proof.
    public func wantsAnotherProof(after response: HTTPResponse, to request: HTTPRequest) -> Bool { false }

    /// Does nothing.
    public func observe(_ response: HTTPResponse, to request: HTTPRequest) {}
}
