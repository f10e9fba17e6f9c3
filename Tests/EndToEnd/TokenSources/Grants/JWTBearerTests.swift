import Foundation
import Testing

/// The JWT bearer grant, RFC 7523 section 2.1: service accounts and connected apps.
@Suite(.enabled(if: TestKey.isPossible, "openssl is not installed"), .timeLimit(.minutes(5)))
struct JWTBearerTests {
    private func scene(_ more: [String: JSONAny] = [:]) async throws -> (SourceScene, TestKey) {
        let key = try await TestKey.of(.rsa)
        let scene = try await SourceScene()
        try scene.server.register(
            "service", ["pem": .string(key.publicPEM)].merging(more) { _, new in new })
        return (scene, key)
    }

    /// The assertion is all that is sent: no client besides.
    @Test func theAssertion() async throws {
        let (scene, key) = try await scene()
        let run = try await scene.run(
            SourceScene.job(
                """
                type: jwt_bearer
                private_key: ${env.KEY}
                key_id: "2026-01"
                client_id: service
                subject: someone@example.com
                scope: read:data
                """), environment: ["KEY": key.privatePEM])
        #expect(run.errors == "")
        #expect(run.output == SourceScene.output)
        let request = try #require(try scene.requests.first)
        #expect(request["grant_type"] == "urn:ietf:params:oauth:grant-type:jwt-bearer")
        #expect(request["scope"] == "read:data")
        #expect(request["client_id"] == nil)
        #expect(request["client_assertion"] == nil)
        #expect(request.header("Authorization") == nil)
        let assertion = try #require(request.assertion)
        #expect(assertion.header["kid"]?.string == "2026-01")
        #expect(assertion.header["alg"]?.string == "RS256")
        #expect(assertion.text("iss") == "service")
        #expect(assertion.text("sub") == "someone@example.com")
        #expect(assertion.claims["aud"]?.string == scene.server.url + "/oauth/token")
        #expect(try #require(assertion.number("exp")) - #require(assertion.number("iat")) == 300)
    }

    /// The scope as a claim, a lifetime, a date in the past, and claims that win over the keys.
    @Test func claims() async throws {
        let (scene, key) = try await scene()
        let run = try await scene.run(
            SourceScene.job(
                """
                type: jwt_bearer
                private_key: ${env.KEY}
                algorithm: PS384
                client_id: service
                subject: nobody
                claims: {sub: grace@example.com, scope: "read:data write:data", team: {id: 7, names: [a, b]}, exact: 1.50}
                assertion_lifetime: 10m
                backdate: 60s
                """), environment: ["KEY": key.privatePEM])
        #expect(run.errors == "")
        #expect(run.output == SourceScene.output)
        let request = try #require(try scene.requests.first)
        #expect(request["scope"] == nil)
        let assertion = try #require(request.assertion)
        #expect(assertion.header["alg"]?.string == "PS384")
        #expect(assertion.text("sub") == "grace@example.com")
        #expect(assertion.text("scope") == "read:data write:data")
        #expect(assertion.claims["team"] == ["id": 7, "names": ["a", "b"]])
        let issued = try #require(assertion.number("iat"))
        #expect(try #require(assertion.number("exp")) - issued == 600)
        #expect(issued <= Date().timeIntervalSince1970 - 60)
    }

    /// With a secret the client proves itself as well.
    @Test(arguments: ["client_secret_post", "client_secret_basic"])
    func withTheClient(_ method: String) async throws {
        let (scene, key) = try await scene(["secret": "service-secret"])
        let run = try await scene.run(
            SourceScene.job(
                """
                type: jwt_bearer
                private_key: ${env.KEY}
                client_id: service
                client_secret: service-secret
                client_auth: \(method)
                subject: someone
                """), environment: ["KEY": key.privatePEM])
        #expect(run.errors == "")
        #expect(run.output == SourceScene.output)
        let request = try #require(try scene.requests.first)
        #expect((request["client_secret"] != nil) == (method == "client_secret_post"))
        #expect((request.header("Authorization") != nil) == (method == "client_secret_basic"))
    }

    @Test(arguments: [
        ("issuer: ${env.DEMO_API}\nassertion_audience: issuer", "issuer"),
        ("assertion_audience: bare.example.com", "bare.example.com"),
        ("issuer: ${env.DEMO_API}", "token_url"),
    ])
    func audiences(_ keys: String, _ wanted: String) async throws {
        let (scene, key) = try await scene(["assertion_audience": .string(wanted)])
        let run = try await scene.run(
            SourceScene.job(
                "type: jwt_bearer\nprivate_key: ${env.KEY}\nclient_id: service\nsubject: someone\n\(keys)"),
            environment: ["KEY": key.privatePEM])
        #expect(run.errors == "")
        #expect(run.output == SourceScene.output)
    }

    /// A key that is not the service's: what the server says, and where to look.
    @Test func aStrangersKey() async throws {
        let (scene, _) = try await scene()
        let stranger = try await TestKey(new: .p256)
        let run = try await scene.run(
            SourceScene.job("type: jwt_bearer\nprivate_key: ${env.KEY}\nclient_id: service\nsubject: someone"),
            environment: ["KEY": stranger.privatePEM])
        #expect(run.exitCode == 77)
        #expect(run.errors.contains("invalid_grant"))
        #expect(run.errors.contains("registered"))
        #expect(try scene.requests.count == 1)
    }

    /// No attempt repeats an assertion.
    @Test func eachAttemptIsNew() async throws {
        let (scene, key) = try await scene()
        let run = try await scene.run(
            SourceScene.job(
                "type: jwt_bearer\nprivate_key: ${env.KEY}\nclient_id: service\nsubject: someone",
                endpoint: "${env.DEMO_API}/oauth/token?error=503&fail=2"),
            environment: ["KEY": key.privatePEM])
        #expect(run.output == SourceScene.output)
        let ids = try scene.requests.compactMap { $0.assertion?.text("jti") }
        #expect(ids.count == 3)
        #expect(Set(ids).count == 3)
    }
}
