import HTTP
import JSON
import JWT
import JobFile
import Secrets
import Testing

@testable import Auth

@Suite("The client certificate that tokens are bound to")
struct ClientCertificateTests {
    private let transport = ScriptedTransport(Answers.token("opaque-token"))

    private func fixture(_ method: ClientAuthenticationMethod?) -> Fixture {
        var fixture = Fixture(secret: nil)
        fixture.oauth.client.method = method.map { fixture.located($0) }
        fixture.oauth.transport.tls = TLSSettings(certificate: "client.pem", key: "client.key", authorities: "ca.pem")
        return fixture
    }

    private func options(
        _ fixture: Fixture, _ transport: ScriptedTransport? = nil, _ request: HTTPRequest = Fixture.request()
    ) async throws -> TLSOptions {
        var request = request
        let credentials = fixture.credentials(transport ?? self.transport)
        let authorizer = try #require(credentials.authorizer(named: "default"))
        try await authorizer.authorize(&request)
        return request.options.tls
    }

    @Test("tls_client_auth: the API sees the same certificate, and its own authorities")
    func shown() async throws {
        let tls = try await options(fixture(.tlsClientAuth))
        #expect(tls == TLSOptions(certificate: "client.pem", key: "client.key"))
    }

    @Test("another method: only a token that says it is bound")
    func boundToken() async throws {
        #expect(try await options(fixture(.clientSecretPost)).certificate == nil)
        let claims = try JSONValue(parsing: Array(#"{"cnf": {"x5t#S256": "abc"}}"#.utf8))
        let jwt = try JWTSigner(secret: Secret(String(repeating: "s", count: 32)), algorithm: .hs256)
            .sign(claims: claims)
        let bound = try await options(fixture(.clientSecretPost), ScriptedTransport(Answers.token(jwt.reveal())))
        #expect(bound.certificate == "client.pem")
    }

    @Test("a call with a certificate of its own keeps it")
    func ownCertificate() async throws {
        var request = Fixture.request()
        request.options.tls.certificate = "own.pem"
        let tls = try await options(fixture(.tlsClientAuth), nil, request)
        #expect(tls == TLSOptions(certificate: "own.pem"))
    }

    @Test("another origin does not see it")
    func redirected() async throws {
        let fixture = fixture(.tlsClientAuth)
        let elsewhere = "https://other.example.com/"
        let transport = ScriptedTransport { request, _ throws(TransferError) in
            switch request.url {
            case Fixture.tokenURL: Answers.token("opaque-token")
            case elsewhere: Answers.answer(200, "", url: elsewhere)
            default: Answers.answer(302, "", headers: [("Location", elsewhere)], url: request.url)
            }
        }
        _ = try await fixture.exchange(fixture.credentials(transport), "default", transport)
            .run(Fixture.request(), to: .memory(limit: 100))
        #expect(transport.requests.map(\.url) == [Fixture.tokenURL, "\(Fixture.api)/orders", elsewhere])
        #expect(transport.requests.map(\.options.tls.certificate) == ["client.pem", "client.pem", nil])
    }
}
