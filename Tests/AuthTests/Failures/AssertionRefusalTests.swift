import Diagnostics
import HTTP
import JSON
import JWT
import JobFile
import Secrets
import Testing

@testable import Auth

@Suite("A refusal of what was signed")
struct AssertionRefusalTests {
    private static let now = "Fri, 15 Jan 2027 08:00:00 GMT"
    private static let later = "Fri, 15 Jan 2027 08:02:00 GMT"
    private static let earlier = "Fri, 15 Jan 2027 07:58:00 GMT"

    private func fixture(_ algorithm: SigningAlgorithm? = nil, keyID: String? = "k-1") -> Fixture {
        var fixture = Fixture(secret: nil)
        fixture.authenticate(.privateKeyJWT)
        fixture.oauth.client.signing = SigningSettings(
            key: fixture.located(.generateES256(), at: "${env.SECRET}"), algorithm: algorithm, keyID: keyID)
        return fixture
    }

    private func grant(backdate: Duration = .zero) -> Fixture {
        var fixture = Fixture()
        fixture.oauth.client = OAuthClient(id: nil)
        fixture.oauth.grant = .jwtBearer(
            SignedClaims(
                signing: SigningSettings(key: fixture.located(.generateES256())), issuer: "me", subject: "user",
                backdate: backdate))
        return fixture
    }

    private func answer(
        _ code: String, _ description: String, status: Int = 401, date: String = now
    ) -> HTTPResponse {
        Answers.answer(
            status, #"{"error": "\#(code)", "error_description": "\#(description)"}"#, headers: [("Date", date)])
    }

    private func notes(_ fixture: Fixture, _ answer: HTTPResponse) async throws -> String {
        try #require(await fixture.failure(answer)).diagnostic.notes.joined(separator: "\n")
    }

    @Test(
        "the server's words decide what is looked at",
        arguments: [
            ("aud claim is not the issuer", "assertion_audience"), ("Invalid audience", "assertion_audience"),
            ("jti has been used", "(jti)"), ("replay detected", "(jti)"), ("token expired", "assertion_lifetime"),
            ("iat is in the future", "clock right"), ("algorithm not allowed", "signed with ES256"),
            ("no key for this kid", "key_id k-1"), ("signature verification failed", "key_id k-1"),
            ("AADSTS700027: certificate", "x5t#S256"),
            ("AADSTS50027: Invalid JWT token", "assertion_audience: token_url"),
        ])
    func words(description: String, hint: String) async throws {
        let found = try await notes(fixture(), answer("invalid_client", description))
        #expect(found.contains("client authentication: private_key_jwt"))
        #expect(found.contains(hint))
    }

    @Test("without a word: audience, algorithm and key, at the key's place")
    func silent() async throws {
        for response in [Answers.answer(403, ""), Answers.answer(401, ""), Answers.refused("invalid_client")] {
            let failure = try #require(await fixture().failure(response))
            #expect(failure.diagnostic.span?.text == "${env.SECRET}")
            #expect(failure.isInvalidClient)
            let found = failure.diagnostic.notes.joined(separator: "\n")
            #expect(found.contains("aud \(Fixture.tokenURL), ES256, kid k-1"))
            #expect(found.contains("assertion_audience"))
            #expect(found.contains("key_id"))
        }
    }

    @Test("the older and the newer name of an algorithm, and the other padding")
    func algorithms() async throws {
        let jwt = SignedJWT(
            value: Secret("x"), issuer: "i", subject: "s", audience: "a", issuedAt: 0, expiresAt: 60,
            algorithm: .edDSA, keyID: nil, namesCertificate: false)
        for (algorithm, other) in [
            (SigningAlgorithm.edDSA, "Ed25519"), (.ed25519, "EdDSA"), (.rs256, "PS256"), (.ps256, "RS256"),
        ] {
            let oauth = fixture().oauth
            let signed = SignedJWT(
                value: jwt.value, issuer: jwt.issuer, subject: jwt.subject, audience: jwt.audience, issuedAt: 0,
                expiresAt: 60, algorithm: algorithm, keyID: nil, namesCertificate: false)
            let sent = SentRequest(
                oauth: oauth, server: TokenServer(oauth, tokenURL: Fixture.tokenURL), signed: .init(client: signed),
                proofAlgorithm: nil, time: 0, skew: nil)
            let hints = AssertionAdvice.hints(.silent, sent, signed).joined(separator: "\n")
            #expect(hints.contains("try algorithm: \(other)"))
        }
    }

    @Test("our clock is wrong: one more attempt with the server's time, which stays for the run")
    func skew() async throws {
        let fixture = fixture()
        let transport = ScriptedTransport(
            answer("invalid_client", "expired", date: Self.later), Answers.token("t"), Answers.token("t"))
        let endpoint = fixture.endpoint(transport)
        _ = try await endpoint.fetch().get()
        _ = try await endpoint.fetch().get()
        #expect(transport.requests.count == 3)
        let times = try transport.requests.map { request in
            JWTClaims.decode(Secret(try SentForm(request)["client_assertion"] ?? ""))?.claims["iat"]?.number?.int
        }
        #expect(times == [1_800_000_000, 1_800_000_120, 1_800_000_120])
    }

    @Test("when that does not help, the difference is said")
    func skewFailure() async throws {
        let transport = ScriptedTransport(answer("invalid_client", "expired", date: Self.later))
        let failure = try #require(await fixture().failure(transport))
        #expect(transport.requests.count == 2)
        #expect(failure.diagnostic.notes.joined().contains("120 s behind the server's"))
        let ahead = try await notes(grant(), answer("invalid_grant", "iat", status: 400, date: Self.earlier))
        #expect(ahead.contains("120 s ahead of the server's"))
        #expect(ahead.contains("backdate: 150s"))
    }

    @Test("a clock that is right, and a refusal of nothing that was signed, are no reason for another attempt")
    func noSkew() async throws {
        for (fixture, response) in [
            (fixture(), answer("invalid_client", "expired")),
            (fixture(), answer("invalid_scope", "no", status: 400, date: Self.later)),
            (Fixture(), answer("invalid_client", "no", date: Self.later)),
        ] {
            let transport = ScriptedTransport(response)
            let failure = try #require(await fixture.failure(transport))
            #expect(transport.requests.count == 1)
            #expect(!failure.diagnostic.notes.joined().contains("this machine's clock"))
        }
    }

    @Test("the assertion of a grant: whom it is for and whom it acts for")
    func grants() async throws {
        let found = try await notes(grant(), answer("invalid_grant", "audience is invalid", status: 400))
        #expect(found.contains("iss me, sub user, aud \(Fixture.tokenURL)"))
        #expect(found.contains("assertion_audience"))
        #expect(found.contains("the subject user"))
    }

    @Test("consent that is missing, and where DocuSign asks a person for it")
    func consent() async throws {
        var fixture = grant()
        fixture.oauth.endpoint = .url(fixture.located("https://account-d.docusign.com/oauth/token"))
        let found = try await notes(fixture, answer("consent_required", "", status: 400))
        #expect(found.contains("agree once"))
        #expect(found.contains("https://account-d.docusign.com/oauth/auth?response_type=code"))
        #expect(found.contains("client_id=me"))
    }
}
