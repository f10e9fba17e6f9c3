import Diagnostics
import HTTP
import JSON
import JWT
import JobFile
import Secrets
import Testing

@testable import Auth

@Suite("A source that signs its tokens itself")
struct JWTSourceTests {
    private let fixture = Fixture()
    private let key = JWT.PrivateKey.generateES256()
    private let transport = ScriptedTransport(Answers.answer(200, ""))

    private func credentials(
        lifetime: Duration = .seconds(300), backdate: Duration = .zero, claims: JSONValue = .object([]),
        algorithm: SigningAlgorithm? = nil, placement: TokenPlacement = TokenPlacement()
    ) -> Credentials {
        let signed = SignedClaims(
            signing: SigningSettings(key: fixture.located(key, at: "the client"), algorithm: algorithm, keyID: "k1"),
            issuer: "me", subject: "myself", audience: "the api", claims: claims, lifetime: lifetime,
            backdate: backdate)
        return Credentials(
            [fixture.source("own", .jwt(JWTSource(claims: signed, placement: placement)))],
            context: fixture.sourceContext(transport))
    }

    @Test("the claims, verified by another library")
    func claims() async throws {
        let further = JSONValue.object([JSONMember(name: "role", value: .string("reader"))])
        let token = try await credentials(backdate: .seconds(60), claims: further).token(of: "own")
        let verified = try await Verified(token.value.reveal(), key: key, algorithm: .es256)
        #expect(verified.header["kid"]?.string == "k1")
        #expect(verified.claims["iss"]?.string == "me")
        #expect(verified.claims["sub"]?.string == "myself")
        #expect(verified.claims["aud"]?.string == "the api")
        #expect(verified.claims["role"]?.string == "reader")
        #expect(verified.claims["iat"]?.number?.int == 1_799_999_940)
        #expect(verified.claims["exp"]?.number?.int == 1_800_000_240)
        #expect(verified.claims["jti"]?.string?.isEmpty == false)
        #expect(token.expiresAt == 1_800_000_240)
        #expect(fixture.redactor.redact("it is \(token.value.reveal())") == "it is ***")
    }

    @Test("one JWT for all requests, made anew when it is about to expire")
    func due() async throws {
        let credentials = credentials(lifetime: .seconds(100))
        let first = try await credentials.token(of: "own").value
        fixture.clock.advance(by: .seconds(80))
        #expect(try await credentials.token(of: "own").value == first)
        fixture.clock.advance(by: .seconds(11))
        #expect(try await credentials.token(of: "own").value != first)
        #expect(transport.requests.isEmpty)
    }

    @Test("a refusal: a new one, once")
    func refused() async throws {
        let api = ScriptedTransport(Answers.answer(401, "", url: "\(Fixture.api)/orders"))
        let credentials = credentials()
        let result = try await fixture.exchange(credentials, "own", api).run(Fixture.request(), to: .memory(limit: 100))
        #expect(result.response.status == 401)
        let sent = api.requests.compactMap { $0.headers.first("Authorization") }
        #expect(sent.count == 2 && Set(sent).count == 2)
        #expect(credentials.failure(of: result.response, to: "own")?.kind == .notAccepted)
    }

    @Test("another header and scheme")
    func placement() async throws {
        var request = Fixture.request()
        let credentials = credentials(placement: TokenPlacement(header: "X-Token", scheme: "JWT"))
        let authorizer = try #require(credentials.authorizer(named: "own"))
        try await authorizer.authorize(&request)
        #expect(request.headers.first("X-Token")?.hasPrefix("JWT ey") == true)
    }

    @Test("headers that go along with it, and stay behind with it")
    func companions() async throws {
        let jwt = JWTSource(
            claims: SignedClaims(signing: SigningSettings(key: fixture.located(key))),
            requestHeaders: [.init(name: "X-Token-Type", value: SensitiveText("KEYPAIR_JWT"))])
        let api = ScriptedTransport(
            Answers.answer(302, "", headers: [("Location", "https://evil.example/")], url: "\(Fixture.api)/orders"),
            Answers.answer(200, "", url: "https://evil.example/"))
        let credentials = Credentials([fixture.source("own", .jwt(jwt))], context: fixture.sourceContext(api))
        _ = try await fixture.exchange(credentials, "own", api).run(Fixture.request(), to: .memory(limit: 100))
        #expect(api.requests.map { $0.headers.first("X-Token-Type") } == ["KEYPAIR_JWT", nil])
    }

    @Test("a key that does not go with the algorithm: said at the key")
    func wrongKey() async throws {
        let credentials = credentials(algorithm: .rs256)
        let failure = await tokenFailure { () async throws(TokenFailure) in try await credentials.token(of: "own") }
        #expect(failure?.diagnostic.code == .tokenNotSigned)
        #expect(failure?.diagnostic.span?.text == "the client")
    }
}
