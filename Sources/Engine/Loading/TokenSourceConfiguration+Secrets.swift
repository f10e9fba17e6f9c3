import Diagnostics
import JWT
import JobFile
import Secrets

extension TokenSourceConfiguration {
    /// Every secret that the source holds, whether it came through `secrets` or is one by its type.
    var secrets: [Secret] { ownSecrets + keyTexts }

    private var ownSecrets: [Secret] {
        switch kind {
        case .bearer(let token, _): [token]
        case .basic(_, let password): [password]
        case .apiKey(let key): [key.value]
        case .oauth(let source): source.secrets
        case .jwt(let source):
            source.claims.secrets + source.requestHeaders.map(\.value).filter(\.isSecret).map { Secret($0.text) }
        case .request: []
        case .exec(let source): source.command.filter(\.isSecret).map { Secret($0.text) }
        case .awsSigV4(let source): [source.accessKey, source.secretKey] + [source.sessionToken].compactMap { $0 }
        }
    }
}

extension OAuthSource {
    fileprivate var secrets: [Secret] {
        let client = [client.secret?.value, client.signing?.key?.value.pkcs8PEM, dpop?.key?.value.pkcs8PEM]
        let fields = (parameters + headers).map(\.value).filter(\.isSecret).map { Secret($0.text) }
        return client.compactMap { $0 } + fields + grant.secrets
    }
}

extension OAuthGrant {
    fileprivate var secrets: [Secret] {
        switch self {
        case .clientCredentials: []
        case .password(_, let password): [password.value]
        case .refreshToken(.value(let token)): [token.value]
        case .refreshToken(.file): []
        case .jwtBearer(let claims): claims.secrets
        case .tokenExchange(let exchange): ([exchange.subject, exchange.actor].compactMap { $0 }).flatMap(\.secrets)
        }
    }
}

extension SignedClaims {
    fileprivate var secrets: [Secret] { [signing.key?.value.pkcs8PEM].compactMap { $0 } }
}

extension TokenExchange.Input {
    fileprivate var secrets: [Secret] {
        if case .value(let token) = origin { [token] } else { [] }
    }
}
