import Diagnostics
import JWT
import JobFile
import Secrets

/// What a source proves itself with, to tell whether it is another one after the secrets were read again.
struct ClientProof: Sendable, Hashable {
    private let texts: [String?]

    init(_ oauth: OAuthSource) {
        let client = oauth.client
        texts =
            [
                client.id?.value, client.secret?.value.reveal(), client.signing?.key?.value.thumbprint,
                client.signing?.keyID, client.signing?.certificateThumbprint, oauth.dpop?.key?.value.thumbprint,
            ] + Self.texts(of: oauth.grant) + (oauth.parameters + oauth.headers).flatMap { [$0.name, $0.value.text] }
    }

    private static func texts(of grant: OAuthGrant) -> [String?] {
        switch grant {
        case .clientCredentials: []
        case .password(let username, let password): [username, password.value.reveal()]
        case .refreshToken(.value(let token)): [token.value.reveal()]
        case .refreshToken(.file(let path)): [path.value]
        case .jwtBearer(let claims):
            [claims.issuer, claims.subject, claims.signing.keyID, claims.signing.key?.value.thumbprint]
        case .tokenExchange(let exchange): [text(of: exchange.subject), exchange.actor.flatMap(text)]
        }
    }

    private static func text(of input: TokenExchange.Input) -> String? {
        if case .value(let token) = input.origin { token.reveal() } else { nil }
    }
}
