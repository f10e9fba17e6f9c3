import Diagnostics
import Foundation
import HTTP
import JSON
import JWT
import JWTKit
import JobFile
import Secrets
import Testing

@testable import Auth

@Suite("Client assertions")
struct ClientAssertionTests {
    private static let type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
    private let key = JWT.PrivateKey.generateES256()

    private func fixture(_ change: (inout OAuthClient) -> Void = { _ in }) -> Fixture {
        var fixture = Fixture(secret: nil)
        fixture.authenticate(.privateKeyJWT)
        fixture.oauth.client.signing = SigningSettings(key: fixture.located(key), keyID: "the-key")
        change(&fixture.oauth.client)
        return fixture
    }

    private func verified(_ fixture: Fixture) async throws -> Verified {
        try await Verified(fixture.form()["client_assertion"], key: key, algorithm: .es256)
    }

    @Test("private_key_jwt: who, for whom, when, and how long")
    func claims() async throws {
        let fixture = fixture()
        let form = try await fixture.form()
        #expect(form.names == ["grant_type", "client_id", "client_assertion_type", "client_assertion"])
        #expect(form["client_id"] == "the client")
        #expect(form["client_assertion_type"] == Self.type)
        let jwt = try await Verified(form["client_assertion"], key: key, algorithm: .es256)
        #expect(
            jwt.header
                == .object([
                    JSONMember(name: "alg", value: .string("ES256")), JSONMember(name: "typ", value: .string("JWT")),
                    JSONMember(name: "kid", value: .string("the-key")),
                ]))
        #expect(jwt.claims["iss"]?.string == "the client")
        #expect(jwt.claims["sub"]?.string == "the client")
        #expect(jwt.claims["aud"]?.string == Fixture.tokenURL)
        #expect(jwt.claims["iat"]?.number?.int == 1_800_000_000)
        #expect(jwt.claims["exp"]?.number?.int == 1_800_000_060)
        // 128 bits as base64url.
        #expect(jwt.claims["jti"]?.string?.utf8.count == 22)
        #expect(jwt.claims["nbf"] == nil)
    }

    @Test("the life, the audience, the key's own name and the certificate are the job's")
    func settings() async throws {
        let jwt = try await verified(
            fixture { client in
                client.assertion = AssertionSettings(audience: .text("https://as.example"), lifetime: .seconds(300))
                client.signing?.keyID = nil
                client.signing?.certificateThumbprint = "thumb"
            })
        #expect(jwt.claims["aud"]?.string == "https://as.example")
        #expect(jwt.claims["exp"]?.number?.int == 1_800_000_300)
        #expect(jwt.header["kid"] == nil)
        #expect(jwt.header["x5t#S256"]?.string == "thumb")
    }

    @Test("each attempt has an assertion of its own, retries included")
    func fresh() async throws {
        let requests = await fixture().sent(
            Answers.answer(503, ""), Answers.answer(429, "", headers: [("Retry-After", "7")]), Answers.token("t"))
        #expect(requests.count == 3)
        let jwts = try requests.map { try SentForm($0)["client_assertion"] ?? "" }
        #expect(Set(jwts).count == 3)
        var ids: Set<String> = []
        for jwt in jwts {
            ids.insert(try await Verified(jwt, key: key, algorithm: .es256).claims["jti"]?.string ?? "")
        }
        #expect(ids.count == 3)
        let last = try await Verified(jwts[2], key: key, algorithm: .es256)
        #expect((last.claims["iat"]?.number?.int ?? 0) >= 1_800_000_007)
    }

    @Test(
        "client_secret_jwt: signed with the secret, which itself is not sent",
        arguments: [SigningAlgorithm?.none, .hs256, .hs384, .hs512])
    func secret(algorithm: SigningAlgorithm?) async throws {
        let secret = String(repeating: "0123456789abcdef", count: 4)
        var fixture = Fixture(secret: secret)
        fixture.authenticate(.clientSecretJWT)
        if let algorithm { fixture.oauth.client.signing = SigningSettings(key: nil, algorithm: algorithm) }
        let form = try await fixture.form()
        #expect(form.names == ["grant_type", "client_id", "client_assertion_type", "client_assertion"])
        let digest: DigestAlgorithm = algorithm == .hs384 ? .sha384 : algorithm == .hs512 ? .sha512 : .sha256
        let jwt = try await Verified(form["client_assertion"], secret: secret, digest)
        #expect(jwt.header["alg"]?.string == (algorithm ?? .hs256).rawValue)
        #expect(jwt.claims["sub"]?.string == "the client")
    }

    @Test("a secret that is too short for its algorithm is said so, at its place")
    func shortSecret() async throws {
        var fixture = Fixture(secret: "short")
        fixture.authenticate(.clientSecretJWT)
        let transport = ScriptedTransport(Answers.token("t"))
        let failure = try #require(await fixture.failure(transport))
        #expect(failure.diagnostic.code == .assertionNotSigned)
        #expect(failure.diagnostic.span?.text == "${env.SECRET}")
        #expect(failure.isLasting)
        #expect(transport.requests.isEmpty)
    }

    @Test("a key that does not fit its algorithm is said so")
    func wrongAlgorithm() async throws {
        let failure = try #require(
            await fixture { $0.signing?.algorithm = .rs256 }.failure(Answers.token("t")))
        #expect(failure.diagnostic.code == .assertionNotSigned)
    }

    @Test("an assertion is known to be secret before it is sent")
    func redacted() async throws {
        let fixture = fixture()
        let transport = ScriptedTransport { [redactor = fixture.redactor] request, _ throws(TransferError) in
            let jwt = (try? SentForm(request)["client_assertion"]) ?? ""
            #expect(redactor.redact("x \(jwt) y") == "x *** y")
            return Answers.token("t")
        }
        _ = await fixture.endpoint(transport).fetch()
        #expect(transport.requests.count == 1)
    }

    @Test("an assertion from a file is read anew for each attempt, without the line break at its end")
    func file() async throws {
        let path = FileManager.default.temporaryDirectory.path + "/errand-assertion-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let fixture = fixture { client in
            client.signing = nil
            client.assertion.file = Fixture().located(path)
        }
        try "first.assertion.jwt\n".write(toFile: path, atomically: true, encoding: .utf8)
        let transport = ScriptedTransport { _, number throws(TransferError) in
            try? "second.assertion.jwt".write(toFile: path, atomically: true, encoding: .utf8)
            return number == 1 ? Answers.answer(500, "") : Answers.token("t")
        }
        _ = await fixture.endpoint(transport).fetch()
        #expect(
            try transport.requests.map { try SentForm($0)["client_assertion"] }
                == ["first.assertion.jwt", "second.assertion.jwt"])
        #expect(try SentForm(transport.requests[0])["client_id"] == "the client")
        #expect(fixture.redactor.redact("first.assertion.jwt second.assertion.jwt") == "*** ***")
    }

    @Test("an assertion file that is missing, empty or no text", arguments: [nil, "", " \n"] as [String?])
    func badFile(content: String?) async throws {
        let path = FileManager.default.temporaryDirectory.path + "/errand-assertion-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try content?.write(toFile: path, atomically: true, encoding: .utf8)
        let fixture = fixture { $0.assertion.file = Fixture().located(path) }
        let failure = try #require(await fixture.failure(Answers.token("t")))
        #expect(failure.diagnostic.code == .tokenFileUnreadable)
        #expect(failure.diagnostic.label == "assertion_file")
    }

    @Test("tls_client_auth: the id in the form, the certificate on the connection")
    func certificate() async throws {
        var fixture = Fixture()
        fixture.authenticate(.tlsClientAuth)
        fixture.oauth.transport.tls = TLSSettings(certificate: "/c.pem", key: "/k.pem")
        let request = try await fixture.request()
        #expect(try SentForm(request).names == ["grant_type", "client_id"])
        #expect(request.options.tls.certificate == "/c.pem")
        #expect(request.options.tls.key == "/k.pem")
    }

    @Test("without a client nothing is said of one")
    func noClient() async throws {
        var fixture = Fixture()
        fixture.oauth.client = OAuthClient(id: nil)
        let request = try await fixture.request()
        #expect(try SentForm(request).names == ["grant_type"])
        #expect(!request.headers.contains("Authorization"))
    }
}
