import HTTPTypes
import Synchronization

/// Client authentication by `client_secret_jwt` and `private_key_jwt` (RFC 7523 2.2, OpenID Connect Core 9).
struct ClientAssertion {
    static let type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"

    let call: TokenCall
    let endpoint: TokenEndpoint
    let text: String

    /// The client that signed the assertion.
    func client() async throws(TokenError) -> OAuthClient {
        guard call.form["client_assertion_type"] == Self.type else {
            throw TokenError(.badRequest, "invalid_request", "client_assertion_type must be \(Self.type)")
        }
        guard let token = SignedToken(text) else { throw Self.refusal("the assertion is no JWT") }
        guard let id = token["iss"]?.string, id == token["sub"]?.string else {
            throw Self.refusal("the assertion's iss and sub must both be the client's id")
        }
        if let other = call.form["client_id"], other != id {
            throw Self.refusal("client_id is not the assertion's iss")
        }
        let world = call.world
        guard let client = world.clients.withLock({ $0[id] }) else { throw Self.refusal("unknown client") }
        let lock = ClientLock(world: world)
        try lock.check(client)
        do {
            try await check(token, of: client)
        } catch {
            lock.note(client, isRight: false)
            throw error
        }
        lock.note(client, isRight: true)
        return client
    }

    private func check(_ token: SignedToken, of client: OAuthClient) async throws(TokenError) {
        let style = client.errorStyle
        switch (client.authentication, token.isSymmetric) {
        case (.any, _), (.secretJWT, true), (.privateKeyJWT, false): break
        case (.secretJWT, false): throw Self.refusal("this client signs with its secret, not a key", style)
        case (.privateKeyJWT, true): throw Self.refusal("this client signs with a key, not a secret", style)
        default: throw Self.refusal("this client does not authenticate with an assertion", style)
        }
        try endpoint.allow([token.isSymmetric ? "client_secret_jwt" : "private_key_jwt"])
        let isSigned =
            token.isSymmetric
            ? await token.isSigned(with: client.secret) : await token.isSigned(byOneOf: client.keys)
        guard isSigned else {
            throw Self.refusal("the assertion's signature (\(token.algorithm)) is not this client's", style)
        }
        do {
            try AssertionRules(audiences: endpoint.audiences(of: client)).check(token, world: call.world)
        } catch {
            throw Self.refusal(error.message, style)
        }
    }

    private static func refusal(_ message: String, _ style: OAuthClient.ErrorStyle = .json401) -> TokenError {
        TokenError(.unauthorized, "invalid_client", message, style: style)
    }
}
