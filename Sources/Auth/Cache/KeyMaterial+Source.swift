#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif
import Diagnostics
import JSON
import JSONPath
import JWT
import JobFile
import Secrets

extension KeyMaterial {
    /// How long a chain of sources may be whose tokens are handed in for each other.
    private static let longestChain = 8
    /// A larger file is no certificate and no assertion.
    private static let fileLimit = 1 << 20

    /// Adds all that decides which token a source gives; false when that cannot be said.
    mutating func add(
        _ source: TokenSourceConfiguration, among others: [TokenSourceConfiguration], depth: Int = 0
    ) -> Bool {
        switch source.kind {
        case .oauth(let oauth): return add(oauth, among: others, depth: depth)
        case .jwt(let jwt): add(jwt.claims)
        case .bearer(let token, _): add("bearer", token.reveal())
        case .basic(let username, let password): add("basic", [username, password.reveal()])
        case .apiKey(let key): add("api_key", key.value.reveal())
        // What a command or a call gives depends on more than the job says.
        case .request, .exec, .awsSigV4: return false
        }
        return true
    }

    private mutating func add(_ oauth: OAuthSource, among others: [TokenSourceConfiguration], depth: Int) -> Bool {
        switch oauth.endpoint {
        case .url(let url): add("token_url", url.value)
        case .issuer(let issuer): add("issuer", issuer.value)
        }
        add("unix_socket", oauth.transport.unixSocket)
        add(oauth.client)
        add("certificate", oauth.transport.tls.certificate)
        if let path = oauth.transport.tls.certificate { addContent(of: path) }
        add("dpop", oauth.dpop.map { $0.key?.value.thumbprint ?? "" })
        add("scope", Set(oauth.scope).sorted())
        add("audience", oauth.audiences.sorted())
        add("resource", oauth.resources.sorted())
        for (name, parameters) in [("params", oauth.parameters), ("headers", oauth.headers)] {
            // The order of names says nothing, that of two of the same name may.
            let sorted = parameters.enumerated().sorted { ($0.element.name, $0.offset) < ($1.element.name, $1.offset) }
            add(name, sorted.flatMap { [$0.element.name, $0.element.value.text] })
        }
        add(oauth.handling)
        return add(oauth.grant, among: others, depth: depth)
    }

    private mutating func add(_ client: OAuthClient) {
        add("client_id", client.id?.value)
        add("client_secret", client.secret?.value.reveal())
        add("client_auth", client.method?.value.rawValue)
        // How the client proves itself too: whoever changes that after a refusal wants to see what it helps.
        add("basic_encoding", client.basicEncoding.rawValue)
        add("client_key", client.signing?.key?.value.thumbprint)
        add("client_key_id", client.signing?.keyID)
        add("client_algorithm", client.signing?.algorithm?.rawValue)
        add(client.assertion.audience)
        add("assertion_lifetime", "\(client.assertion.lifetime / .seconds(1))")
        add("client_certificate", client.signing?.certificateThumbprint)
        add("assertion_file", client.assertion.file?.value)
        if let file = client.assertion.file { addContent(of: file.value) }
    }

    private mutating func add(_ audience: AssertionSettings.Audience?) {
        switch audience {
        case .issuer: add("assertion_audience", ["issuer"])
        case .tokenURL: add("assertion_audience", ["token_url"])
        case .text(let text): add("assertion_audience", ["text", text])
        case nil: add("assertion_audience", [])
        }
    }

    /// What decides how an answer is read; a token that was taken from elsewhere is another one.
    private mutating func add(_ handling: TokenHandling) {
        add("header", handling.placement.header)
        add("scheme", handling.placement.scheme)
        add("token", handling.answer.token?.text)
        add("expires_in", handling.answer.expiresIn?.text)
        add("expires_at", handling.answer.expiresAt?.text)
        add("lifetime", handling.lifetime.map { "\($0 / .seconds(1))" })
        add("require_scope", Set(handling.requireScope).sorted())
    }

    private mutating func add(_ grant: OAuthGrant, among others: [TokenSourceConfiguration], depth: Int) -> Bool {
        add("grant_type", grant.type)
        switch grant {
        case .clientCredentials: break
        case .password(let username, let password): add("password", [username, password.value.reveal()])
        case .refreshToken(.value(let token)): add("refresh_token", token.value.reveal())
        // What is in the file changes with each token, and belongs to the same client and user.
        // By its one path: two jobs in two folders may each have a file of this name.
        case .refreshToken(.file(let path)):
            add("refresh_token_file", (try? RealPath.of(path.value)) ?? path.value)
        case .jwtBearer(let claims): add(claims)
        case .tokenExchange(let exchange):
            add("requested_token_type", exchange.requestedType)
            for (name, input) in [("subject", exchange.subject), ("actor", exchange.actor)] {
                guard let input else { continue }
                add(name, input.type)
                guard add(input.origin, among: others, depth: depth) else { return false }
            }
        }
        return true
    }

    private mutating func add(
        _ origin: TokenExchange.Input.Origin, among others: [TokenSourceConfiguration], depth: Int
    ) -> Bool {
        switch origin {
        case .value(let token): add("value", token.reveal())
        case .file(let path):
            add("file", path.value)
            addContent(of: path.value)
        case .source(let name):
            guard depth < Self.longestChain, let other = others.first(where: { $0.name == name.value }) else {
                return false
            }
            add("source", [])
            return add(other, among: others, depth: depth + 1)
        }
        return true
    }

    private mutating func add(_ claims: SignedClaims) {
        add("key", claims.signing.key?.value.thumbprint)
        add("key_id", claims.signing.keyID)
        add("iss", claims.issuer)
        add("sub", claims.subject)
        add("aud", claims.audience)
        add("claims", claims.claims.serialized())
    }

    /// Adds what is in a file; none when it cannot be read.
    mutating func addContent(of path: String) {
        let file = try? OpenFile.open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY)
        let content = try? file?.bytes(limit: Self.fileLimit)
        add("content", content.map { Self.hex(SHA256Digest.of($0)) })
    }
}
