import Diagnostics
import Foundation
import HTTP
import JSON
import JWT
import JobFile
import Secrets
import Testing

@testable import Auth

@Suite("What grants hand in")
struct GrantTests {
    private let key = PrivateKey.generateES256()

    private func fixture(_ grant: OAuthGrant, client: Bool = true) -> Fixture {
        var fixture = Fixture()
        fixture.oauth.grant = grant
        if !client { fixture.oauth.client = OAuthClient(id: nil) }
        return fixture
    }

    private func claims(_ change: (inout SignedClaims) -> Void = { _ in }) -> SignedClaims {
        var claims = SignedClaims(
            signing: SigningSettings(key: Fixture().located(key), keyID: "k"), issuer: "me@example.com")
        change(&claims)
        return claims
    }

    private func assertion(_ fixture: Fixture) async throws -> Verified {
        try await Verified(fixture.form()["assertion"], key: key, algorithm: .es256)
    }

    @Test("password: the name and the password, and the client as ever")
    func password() async throws {
        let fixture = fixture(.password(username: "ann", password: Fixture().located(Secret("pass word&1"))))
        let form = try await fixture.form()
        #expect(form.names == ["grant_type", "username", "password", "client_id", "client_secret"])
        #expect(form["grant_type"] == "password")
        #expect(form["username"] == "ann")
        #expect(form["password"] == "pass word&1")
        #expect(fixture.redactor.redact("pass word&1 pass+word%261") == "*** ***")
    }

    @Test("jwt_bearer: a signed assertion for the token endpoint, with the scope in the form")
    func jwtBearer() async throws {
        var fixture = fixture(.jwtBearer(claims { $0.subject = "user" }), client: false)
        fixture.oauth.scope = ["a", "b"]
        let form = try await fixture.form()
        #expect(form.names == ["grant_type", "assertion", "scope"])
        #expect(form["grant_type"] == "urn:ietf:params:oauth:grant-type:jwt-bearer")
        #expect(form["scope"] == "a b")
        let jwt = try await Verified(form["assertion"], key: key, algorithm: .es256)
        #expect(jwt.header["kid"]?.string == "k")
        #expect(jwt.claims["iss"]?.string == "me@example.com")
        #expect(jwt.claims["sub"]?.string == "user")
        #expect(jwt.claims["aud"]?.string == Fixture.tokenURL)
        #expect(jwt.claims["iat"]?.number?.int == 1_800_000_000)
        #expect(jwt.claims["exp"]?.number?.int == 1_800_000_300)
        #expect(jwt.claims["jti"]?.string?.utf8.count == 22)
    }

    @Test("jwt_bearer: the job's own claims win, null takes one out, and the past begins where the job says")
    func ownClaims() async throws {
        let own = JSONValue.object([
            JSONMember(name: "aud", value: .string("account.docusign.com")),
            JSONMember(name: "jti", value: .null), JSONMember(name: "scope", value: .string("impersonation")),
        ])
        let jwt = try await assertion(
            fixture(
                .jwtBearer(
                    claims { claims in
                        claims.claims = own
                        claims.backdate = .seconds(60)
                        claims.lifetime = .seconds(600)
                    })))
        #expect(jwt.claims["aud"]?.string == "account.docusign.com")
        #expect(jwt.claims["jti"] == nil)
        #expect(jwt.claims["scope"]?.string == "impersonation")
        #expect(jwt.claims["iat"]?.number?.int == 1_799_999_940)
        #expect(jwt.claims["exp"]?.number?.int == 1_800_000_540)
    }

    @Test("jwt_bearer: a retry has another assertion")
    func freshAssertion() async throws {
        let requests = await fixture(.jwtBearer(claims())).sent(Answers.answer(500, ""), Answers.token("t"))
        let jwts = try requests.compactMap { try SentForm($0)["assertion"] }
        #expect(Set(jwts).count == 2)
    }

    @Test("token_exchange: tokens from a value, a file and another source, with their types")
    func tokenExchange() async throws {
        let path = FileManager.default.temporaryDirectory.path + "/errand-subject-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try "from the file\n".write(toFile: path, atomically: true, encoding: .utf8)
        let place = Fixture()
        for (origin, expected) in [
            (TokenExchange.Input.Origin.value(Secret("the value")), "the value"),
            (.file(place.located(path)), "from the file"), (.source(place.located("other")), "token of other"),
        ] {
            let fixture = fixture(
                .tokenExchange(
                    TokenExchange(
                        subject: .init(origin: origin, type: "urn:t:jwt"),
                        actor: .init(origin: .value(Secret("the actor")), type: "urn:t:actor"),
                        requestedType: "urn:t:wanted")), client: false)
            let form = try await fixture.form()
            #expect(
                form.names == [
                    "grant_type", "subject_token", "subject_token_type", "actor_token", "actor_token_type",
                    "requested_token_type",
                ])
            #expect(form["grant_type"] == "urn:ietf:params:oauth:grant-type:token-exchange")
            #expect(form["subject_token"] == expected)
            #expect(form["subject_token_type"] == "urn:t:jwt")
            #expect(form["actor_token"] == "the actor")
            #expect(form["requested_token_type"] == "urn:t:wanted")
            #expect(fixture.redactor.redact("<\(expected)>") == "<***>")
        }
    }

    @Test("token_exchange: what is no access token comes as N_A, and only there")
    func notApplicable() async throws {
        let answer = Answers.answer(
            200, #"{"access_token": "xyz", "token_type": "N_A", "issued_token_type": "urn:t:saml"}"#)
        let exchange = OAuthGrant.tokenExchange(
            TokenExchange(subject: .init(origin: .value(Secret("the value")), type: "urn:t:jwt")))
        let token = try await fixture(exchange).credentials(ScriptedTransport(answer)).token(of: "default")
        #expect(token.scheme == "Bearer")
        #expect(token.members["issued_token_type"]?.string == "urn:t:saml")
        #expect(await fixture(.clientCredentials).failure(answer)?.kind == .unusable)
    }

    @Test("token_exchange: another source that has no token is the reason")
    func otherFailure() async throws {
        let exchange = OAuthGrant.tokenExchange(
            TokenExchange(subject: .init(origin: .source(Fixture().located("other")), type: "urn:t:jwt")))
        let fixture = fixture(exchange)
        let transport = ScriptedTransport(Answers.token("t"))
        let endpoint = fixture.endpoint(transport) { _ throws(TokenFailure) in
            throw TokenFailures(fixture.source, fixture.redactor).cannotBeSent("it is the other's fault")
        }
        guard case .failure(let failure) = await endpoint.fetch() else { return #expect(Bool(false)) }
        #expect(failure.diagnostic.title.contains("it is the other's fault"))
        #expect(transport.requests.isEmpty)
    }

    @Test("a parameter never stands beside a field of the grant")
    func noDoubles() async throws {
        var fixture = fixture(.password(username: "ann", password: Fixture().located(Secret("password"))))
        fixture.oauth.parameters = [
            .init(name: "username", value: SensitiveText("eve")), .init(name: "tenant", value: SensitiveText("1")),
            .init(name: "client_assertion", value: SensitiveText("x")),
        ]
        let form = try await fixture.form()
        #expect(form["username"] == "ann")
        #expect(form["tenant"] == "1")
        #expect(form["client_assertion"] == nil)
    }
}
