import HTTPTypes
import Synchronization

/// The grant `urn:ietf:params:oauth:grant-type:token-exchange` (RFC 8693).
struct ExchangeGrant {
    private static let types = "urn:ietf:params:oauth:token-type:"

    let call: TokenCall
    let client: OAuthClient

    private var form: Query { call.form }

    func grant() async throws(TokenError) -> GrantedToken {
        guard let text = form["subject_token"], let type = form["subject_token_type"] else {
            throw Self.refusal("subject_token and subject_token_type are needed")
        }
        guard type.hasPrefix(Self.types) else { throw Self.refusal("subject_token_type '\(type)' is not known") }
        if (form["actor_token"] == nil) != (form["actor_token_type"] == nil) {
            throw Self.refusal("actor_token and actor_token_type go together")
        }
        guard let subject = await subject(of: text) else { throw Self.refusal("the subject token is not good") }
        let targets = form.values(of: "audience") + form.values(of: "resource")
        if targets.contains("https://forbidden.example") {
            throw TokenError(.badRequest, "invalid_target", "no tokens are issued for https://forbidden.example")
        }
        let issued = form["requested_token_type"] ?? Self.types + "access_token"
        guard issued.hasPrefix(Self.types) else { throw Self.refusal("requested_token_type '\(issued)' is not known") }
        var granted = GrantedToken(client: client, scopes: try client.granted(form["scope"]), subject: subject)
        granted.members = [("issued_token_type", .string(issued))]
        if ["id_token", "saml1", "saml2"].contains(where: issued.hasSuffix) {
            granted.tokenType = "N_A"
        }
        return granted
    }

    /// For whom a subject token stands; nil for one that is not good.
    private func subject(of text: String) async -> String? {
        let world = call.world
        if text == "subject-token" { return "grace" }
        if let grant = world.tokens.withLock({ $0.grant(of: text) }) {
            return grant.isRevoked || grant.expires <= world.clock.now ? nil : grant.subject ?? grant.client
        }
        guard let token = SignedToken(text), let id = token["iss"]?.string,
            let issuer = world.clients.withLock({ $0[id] }), token["exp"]?.number ?? .infinity > world.clock.now
        else { return nil }
        let isSigned =
            token.isSymmetric ? await token.isSigned(with: issuer.secret) : await token.isSigned(byOneOf: issuer.keys)
        return isSigned ? token["sub"]?.string ?? id : nil
    }

    private static func refusal(_ message: String) -> TokenError {
        TokenError(.badRequest, "invalid_request", message)
    }
}
