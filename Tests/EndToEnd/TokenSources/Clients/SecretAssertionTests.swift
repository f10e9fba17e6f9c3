import Foundation
import Testing

/// `client_secret_jwt`, and what of an assertion a job can set.
@Suite(.timeLimit(.minutes(5)))
struct SecretAssertionTests {
    private static let secret = "a-client-secret-of-sixty-four-bytes-and-more-for-hs512-assertions"

    @Test(arguments: [nil, "HS256", "HS384", "HS512"])
    func algorithms(_ algorithm: String?) async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(
            SourceScene.job(
                """
                client_id: secret-jwt
                client_secret: ${env.SECRET}
                client_auth: client_secret_jwt
                \(algorithm.map { "algorithm: " + $0 } ?? "")
                """),
            environment: ["SECRET": Self.secret])
        #expect(run.errors == "")
        #expect(run.output == SourceScene.output)
        let request = try #require(try scene.requests.first)
        #expect(request.client_assertion?.header["alg"]?.string == algorithm ?? "HS256")
        #expect(!request.form.joined().contains(Self.secret), "the secret itself stays here")
    }

    /// A secret is at least as long as the hash (RFC 7518, 3.2), which is said before anything is sent.
    @Test func aShortSecret() async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(
            SourceScene.job(
                """
                client_id: demo
                client_secret: ${env.SECRET}
                client_auth: client_secret_jwt
                algorithm: HS256
                """),
            environment: ["SECRET": "thirty-one-bytes-are-too-short!"])
        #expect([77, 78].contains(run.exitCode))
        #expect(run.errors.contains("32"), "how long it must be")
        #expect(!run.errors.contains("thirty-one-bytes"))
        #expect(try scene.requests.isEmpty)
    }

    /// What servers want as the audience, and what the job says.
    struct Audience: Sendable {
        /// What the server takes.
        var wanted: String
        /// The job's setting; nil for none.
        var said: String?
        var isIssuer = false
        var isTaken = true
    }

    @Test(arguments: [
        Audience(wanted: "token_url"), Audience(wanted: "token_url", said: "token_url"),
        Audience(wanted: "issuer", said: "${env.DEMO_API}"),
        Audience(wanted: "https://login.example.com", said: "https://login.example.com"),
        Audience(wanted: "issuer", isIssuer: true), Audience(wanted: "issuer", said: "issuer", isIssuer: true),
        Audience(wanted: "token_url", said: "token_url", isIssuer: true),
        Audience(wanted: "issuer", isTaken: false), Audience(wanted: "token_url", isIssuer: true, isTaken: false),
    ])
    func audiences(_ audience: Audience) async throws {
        let scene = try await SourceScene()
        try scene.server.register(
            "signer",
            [
                "authentication": "secretJWT", "secret": .string(Self.secret),
                "assertion_audience": .string(audience.wanted),
            ])
        let run = try await scene.run(
            SourceScene.job(
                """
                client_id: signer
                client_secret: ${env.SECRET}
                client_auth: client_secret_jwt
                \(audience.isIssuer ? "issuer: ${env.DEMO_API}" : "")
                \(audience.said.map { "assertion_audience: " + $0 } ?? "")
                """),
            environment: ["SECRET": Self.secret])
        #expect(run.exitCode == (audience.isTaken ? 0 : 77))
        if audience.isTaken {
            #expect(run.output == SourceScene.output)
        } else {
            #expect(run.errors.contains("aud"))
            #expect(run.errors.contains("assertion_audience"), "what to set")
        }
        #expect(try scene.requests.count == 1)
    }

    @Test func theLifetime() async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(
            SourceScene.job(
                """
                client_id: secret-jwt
                client_secret: ${env.SECRET}
                client_auth: client_secret_jwt
                assertion_lifetime: 5m
                """),
            environment: ["SECRET": Self.secret])
        #expect(run.exitCode == 0)
        let assertion = try #require(try scene.requests.first?.client_assertion)
        #expect(try #require(assertion.number("exp")) - #require(assertion.number("iat")) == 300)
    }

    /// The endpoint fails before it works: each attempt has an assertion of its own, which nobody has seen yet.
    @Test(arguments: ["503", "429"])
    func eachAttemptIsNew(_ status: String) async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(
            SourceScene.job(
                """
                client_id: secret-jwt
                client_secret: ${env.SECRET}
                client_auth: client_secret_jwt
                """, endpoint: "${env.DEMO_API}/oauth/token?error=\(status)&fail=2&after=0&key=a"),
            environment: ["SECRET": Self.secret])
        #expect(run.errors == "")
        #expect(run.output == SourceScene.output)
        let requests = try scene.requests
        #expect(requests.map(\.status) == [Int(status), Int(status), 200])
        let ids = requests.compactMap { $0.client_assertion?.text("jti") }
        #expect(ids.count == 3)
        #expect(Set(ids).count == 3)
    }
}
