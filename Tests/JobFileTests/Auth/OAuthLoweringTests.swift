import Diagnostics
import JWT
import JobFile
import Secrets
import Testing

/// The keys of sources with a token endpoint.
struct OAuthLoweringTests {
    private static let key = PrivateKey.generateES256().pkcs8PEM.reveal()

    /// The first source of a job.
    static func oauth(_ auth: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws -> OAuthSource {
        let loaded = load(
            "auth:\n" + auth.split(separator: "\n").map { "  \($0)\n" }.joined() + "calls: []\n",
            environment: ["KEY": key, "SECRET": "hush"], name: "jobs/orders.yaml")
        let source = try #require(
            loaded.job?.tokenSources.first, "\(loaded.diagnostics.map(\.title))", sourceLocation: sourceLocation)
        guard case .oauth(let oauth) = source.kind else { throw Unexpected() }
        return oauth
    }

    @Test func everyKeyOfARequest() throws {
        let source = try Self.oauth(
            """
            issuer: https://auth.example/realms/a
            client_id: me
            client_secret: ${env.SECRET}
            scope: [a b, c]
            audience: [https://a.example, https://b.example]
            resource: https://c.example
            params: {tenant: acme, secret: "${env.SECRET}"}
            headers: {X-Tenant: acme}
            token: $.t
            expires_at: $.e
            header: X-Token
            scheme: ""
            lifetime: 10m
            refresh_margin: 5s
            refresh_on: [401, 419]
            require_scope: a
            cache: disk
            timeout: 3s
            tls: {cert: a.pem, key: a.key}
            """)
        guard case .issuer(let issuer) = source.endpoint else { throw Unexpected() }
        #expect(issuer.value == "https://auth.example/realms/a")
        #expect(source.scope == ["a", "b", "c"])
        #expect(source.audiences == ["https://a.example", "https://b.example"])
        #expect(source.resources == ["https://c.example"])
        #expect(source.parameters.map(\.name) == ["tenant", "secret"])
        #expect(source.headers.map(\.value.text) == ["acme"])
        #expect(source.handling.placement == TokenPlacement(header: "X-Token", scheme: ""))
        #expect(source.handling.answer.expiresAt != nil)
        #expect(source.handling.lifetime == .seconds(600))
        #expect(source.handling.refreshMargin == .seconds(5))
        #expect(source.handling.refreshOn == [401, 419])
        #expect(source.handling.requireScope == ["a"])
        #expect(source.handling.cache == .disk)
        #expect(!source.handling.revokes)
        #expect(source.transport.timeout == .seconds(3))
        #expect(source.transport.tls.certificate == "a.pem")
        #expect(source.client.method == nil)
        #expect(source.client.signing == nil)
        #expect(source.dpop == nil)
    }

    @Test func methodsThatFollowFromTheKeys() throws {
        let base = "token_url: https://a.example\nclient_id: me\n"
        #expect(try Self.oauth(base + "client_secret: b").client.method?.value == .clientSecretPost)
        let signed = try Self.oauth(base + "private_key: ${env.KEY}\nkey_id: k").client
        #expect(signed.method?.value == .privateKeyJWT)
        #expect(signed.signing?.key != nil)
        #expect(signed.signing?.keyID == "k")
        #expect(signed.assertion.lifetime == .seconds(60))
        #expect(signed.assertion.audience == nil)
        let file = try Self.oauth(base + "assertion_file: token").client
        #expect(file.method?.value == .privateKeyJWT)
        #expect(file.assertion.file?.value == "jobs/token")
        #expect(file.signing == nil)
        let discovered = try Self.oauth("issuer: https://a.example\nclient_id: me\nprivate_key: ${env.KEY}").client
        #expect(discovered.method?.value == .privateKeyJWT)
        let either = try Self.oauth(
            "issuer: https://a.example\nclient_id: me\nclient_secret: b\nprivate_key: ${env.KEY}"
        ).client
        #expect(either.method == nil)
        #expect(either.signing?.key != nil)
        #expect(either.secret != nil)
    }

    @Test func methodsThatAreStated() throws {
        let base = "token_url: https://a.example\nclient_id: me\n"
        let shared = try Self.oauth(
            base + "client_secret: b\nclient_auth: client_secret_jwt\nalgorithm: HS512\nassertion_lifetime: 2m\n"
                + "assertion_audience: token_url"
        ).client
        #expect(shared.method?.value == .clientSecretJWT)
        #expect(shared.signing?.algorithm == .hs512)
        #expect(shared.signing?.key == nil)
        #expect(shared.assertion.lifetime == .seconds(120))
        #expect(shared.assertion.audience == .tokenURL)
        let text = try Self.oauth(base + "private_key: ${env.KEY}\nassertion_audience: urn:x").client
        #expect(text.assertion.audience == .text("urn:x"))
        let tls = try Self.oauth(base + "client_auth: tls_client_auth\ntls: {cert: a.pem}").client
        #expect(tls.method?.value == .tlsClientAuth)
        let basic = try Self.oauth(
            base + "client_secret: b\nclient_auth: client_secret_basic\nbasic_encoding: raw"
        ).client
        #expect(basic.basicEncoding == .raw)
        #expect(try Self.oauth(base + "client_auth: none").client.id?.value == "me")
    }

    @Test func dpopAndRevocation() throws {
        let source = try Self.oauth(
            """
            token_url: https://a.example
            client_id: me
            client_secret: b
            dpop: true
            dpop_key: ${env.KEY}
            revoke: true
            revocation_url: https://a.example/revoke
            """)
        #expect(source.dpop?.key != nil)
        #expect(source.handling.revokes)
        #expect(source.handling.revocationURL == "https://a.example/revoke")
        let plain = try Self.oauth("token_url: https://a.example\nclient_id: me\nclient_secret: b\ndpop: true")
        #expect(plain.dpop != nil)
        #expect(plain.dpop?.key == nil)
    }

    @Test func hostsOfAnswers() throws {
        let loaded = load(
            """
            auth:
              token_url: https://a.example
              client_id: me
              client_secret: b
              hosts: [a.example, "${auth.default.instance_url}", "${ auth.default.urls[\\"api\\"] }"]
            calls: []
            """)
        let source = try #require(loaded.job?.tokenSources.first, "\(loaded.diagnostics)")
        #expect(source.hosts?.map(\.value) == ["a.example"])
        #expect(source.hostMembers.map(\.path) == [["instance_url"], ["urls", "api"]])
        #expect(source.hostMembers.map(\.source) == ["default", "default"])
        #expect(source.hostMembers.first?.span.text == "auth.default.instance_url")
    }
}
