import Diagnostics
import JSON
import JobFile
import Secrets
import Testing

/// What is handed in for a token.
struct GrantLoweringTests {
    private let url = "token_url: https://a.example/token\n"

    @Test func password() throws {
        let source = try OAuthLoweringTests.oauth(
            url + "type: password\nclient_id: me\nclient_auth: none\nusername: you\npassword: ${env.SECRET}")
        guard case .password("you", let password) = source.grant else { throw Unexpected() }
        #expect(password.value.reveal() == "hush")
    }

    @Test func refreshToken() throws {
        let value = try OAuthLoweringTests.oauth(url + "type: refresh_token\nrefresh_token: ${env.SECRET}")
        guard case .refreshToken(.value(let token)) = value.grant else { throw Unexpected() }
        #expect(token.value.reveal() == "hush")
        #expect(value.client.id == nil)
        #expect(value.client.method?.value == ClientAuthenticationMethod.none)
        let file = try OAuthLoweringTests.oauth(
            url + "type: refresh_token\nrefresh_token_file: shop.token\nclient_id: me\nclient_secret: b")
        guard case .refreshToken(.file(let path)) = file.grant else { throw Unexpected() }
        #expect(path.value == "jobs/shop.token")
        #expect(file.client.method?.value == .clientSecretPost)
    }

    @Test func jwtBearer() throws {
        let source = try OAuthLoweringTests.oauth(
            url + """
                type: jwt_bearer
                private_key: ${env.KEY}
                client_id: me
                subject: you
                claims: {scope: a b, level: 3, iss: other}
                backdate: 30s
                """)
        guard case .jwtBearer(let claims) = source.grant else { throw Unexpected() }
        #expect(claims.issuer == "me")
        #expect(claims.subject == "you")
        #expect(claims.audience == nil)
        #expect(claims.lifetime == .seconds(300))
        #expect(claims.backdate == .seconds(30))
        #expect(claims.claims["level"]?.serialized() == "3")
        // The client is only in the JWT.
        #expect(source.client.id == nil)
        #expect(source.client.method?.value == ClientAuthenticationMethod.none)
    }

    @Test func jwtBearerWithAClient() throws {
        let keys = url + "type: jwt_bearer\nprivate_key: ${env.KEY}\nclient_id: me\nassertion_audience: urn:x\n"
        let secret = try OAuthLoweringTests.oauth(keys + "client_secret: b")
        #expect(secret.client.id?.value == "me")
        #expect(secret.client.method?.value == .clientSecretPost)
        guard case .jwtBearer(let claims) = secret.grant else { throw Unexpected() }
        #expect(claims.audience == "urn:x")
        let signed = try OAuthLoweringTests.oauth(keys + "client_auth: private_key_jwt")
        #expect(signed.client.signing?.key != nil)
        let named = try OAuthLoweringTests.oauth(keys + "client_auth: none")
        #expect(named.client.id?.value == "me")
        let issuer = try OAuthLoweringTests.oauth(
            "issuer: https://a.example\ntype: jwt_bearer\nprivate_key: ${env.KEY}\nassertion_audience: issuer")
        guard case .jwtBearer(let claims) = issuer.grant else { throw Unexpected() }
        #expect(claims.audience == "https://a.example")
    }

    @Test func tokenExchange() throws {
        let source = try OAuthLoweringTests.oauth(
            url + """
                type: token_exchange
                subject_token_file: subject
                subject_token_type: urn:s
                actor_token: ${env.SECRET}
                requested_token_type: urn:r
                """)
        guard case .tokenExchange(let exchange) = source.grant, case .file(let path) = exchange.subject.origin,
            case .value(let token)? = exchange.actor?.origin
        else { throw Unexpected() }
        #expect(path.value == "jobs/subject")
        #expect(exchange.subject.type == "urn:s")
        #expect(token.reveal() == "hush")
        #expect(exchange.actor?.type == "urn:ietf:params:oauth:token-type:access_token")
        #expect(exchange.requestedType == "urn:r")
    }

    @Test func tokenExchangeOfAnotherSource() throws {
        let loaded = load(
            """
            auth:
              - {name: a, type: token_exchange, token_url: https://a.example, subject_token_source: b}
              - {name: b, type: bearer, token: c}
            calls: []
            """)
        guard case .oauth(let source)? = loaded.job?.tokenSources.first?.kind,
            case .tokenExchange(let exchange) = source.grant, case .source(let name) = exchange.subject.origin
        else { throw Unexpected() }
        #expect(name.value == "b")
        #expect(exchange.actor == nil)
    }
}
