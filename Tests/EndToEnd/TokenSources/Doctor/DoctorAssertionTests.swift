import Foundation
import Testing

/// What the doctor shows of keys, assertions and metadata.
@Suite(.enabled(if: TestKey.isPossible, "openssl is not installed"), .timeLimit(.minutes(5)))
struct DoctorAssertionTests {
    /// Header and claims as they were sent, and not the assertion itself.
    @Test func anAssertion() async throws {
        let key = try await TestKey.of(.rsa)
        let scene = try await SourceScene()
        try scene.server.register("signer", ["authentication": "privateKeyJWT", "pem": .string(key.publicPEM)])
        let run = try await scene.run(
            SourceScene.job("client_id: signer\nprivate_key: ${env.KEY}\nkey_id: k7\nalgorithm: PS256"), ["doctor"],
            environment: ["KEY": key.privatePEM])
        #expect(run.exitCode == 0)
        #expect(run.errors == "")
        #expect(run.output.contains("client_assertion=***"))
        for text in [
            "\"alg\":\"PS256\"", "\"kid\":\"k7\"", "\"iss\":\"signer\"", "\"sub\":\"signer\"",
            "\"aud\":\"\(scene.server.url)/oauth/token\"", "\"jti\":\"", "\"exp\":",
        ] {
            #expect(run.output.contains(text), "\(text)")
        }
        #expect(!run.output.contains("eyJ"))
        #expect(run.output.hasSuffix(DoctorTests.healthy + "\n"))
    }

    /// The clock of the server is far off: what was sent first, and by its own time.
    @Test func anAssertionOfAnotherTime() async throws {
        let key = try await TestKey.of(.p256)
        let scene = try await SourceScene()
        try scene.server.register("signer", ["authentication": "privateKeyJWT", "pem": .string(key.publicPEM)])
        try scene.server.admin("clock", ["offset": 600])
        let run = try await scene.run(
            SourceScene.job("client_id: signer\nprivate_key: ${env.KEY}"), ["doctor"],
            environment: ["KEY": key.privatePEM])
        #expect(run.exitCode == 0)
        #expect(DoctorTests.findings("answer", in: run.output).count == 2)
        let clock = try #require(DoctorTests.findings("clock", in: run.output).first)
        #expect(clock.hasPrefix("!"))
        #expect(try scene.requests.map(\.status) == [401, 200])
        let issued = try scene.requests.compactMap { $0.client_assertion?.number("iat") }
        #expect(issued.count == 2)
        #expect(try #require(issued.last) - #require(issued.first) > 500, "the server's time is used then")
    }

    /// A server that lists other methods: a warning where it works all the same, and the reason where it does not.
    @Test func aMethodThatIsNotListed() async throws {
        let scene = try await SourceScene()
        try scene.server.admin(
            "issuers", ["id": "forgetful", "members": ["token_endpoint_auth_methods_supported": ["private_key_jwt"]]])
        let job = { (issuer: String) in
            SourceScene.job(
                "issuer: ${env.DEMO_API}/issuers/\(issuer)\nclient_auth: client_secret_basic\n" + DoctorTests.demo)
        }
        let works = try await scene.run(job("forgetful"), ["doctor"])
        #expect(works.exitCode == 0)
        #expect(
            DoctorTests.findings("discovery", in: works.output).contains {
                $0.hasPrefix("!") && $0.contains("client_secret_basic") && $0.contains("private_key_jwt")
            })
        let fails = try await scene.run(job("post-only"), ["doctor"])
        #expect(fails.exitCode == 77)
        #expect(
            DoctorTests.findings("discovery", in: fails.output).contains {
                $0.hasPrefix("!") && $0.contains("client_secret_basic") && $0.contains("client_secret_post")
            })
        #expect(fails.output.hasSuffix(DoctorTests.ill + "\n"))
    }

    @Test(arguments: [("mismatch", "another issuer"), ("html", "web page"), ("down", "503")])
    func metadataOfNoUse(_ issuer: String, _ reason: String) async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(
            SourceScene.job("issuer: ${env.DEMO_API}/issuers/\(issuer)\n" + DoctorTests.demo), ["doctor"])
        #expect(run.exitCode == (issuer == "down" ? 69 : 77))
        #expect(run.output.hasSuffix(DoctorTests.ill + "\n"))
        #expect(run.output.contains("GET \(scene.server.url)/.well-known/oauth-authorization-server/issuers/\(issuer)"))
        #expect(run.errors.contains(reason))
    }

    /// Signed requests have no token, and that is no illness.
    @Test func signedRequests() async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(
            SourceScene.job(
                """
                type: aws_sigv4
                access_key: AKIDEXAMPLE0123456789
                secret_key: wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY
                region: eu-central-1
                service: s3
                """, endpoint: ""), ["doctor"])
        #expect(run.errors == "")
        #expect(run.exitCode == 0)
        #expect(run.output.hasSuffix(DoctorTests.healthy + "\n"))
    }

    /// Nothing is sent for a JWT of our own or a command.
    @Test func sourcesWithoutAServer() async throws {
        let key = try await TestKey.of(.p256)
        let scene = try await SourceScene()
        let run = try await scene.run(
            SourceScene.job(
                """
                - {name: own, type: jwt, private_key: "${env.KEY}", client_id: me}
                - {name: printed, type: exec, command: [echo, the-token-of-a-command]}
                - {name: user, type: basic, username: me, password: the-password-of-me}
                """, calls: SourceScene.call + "\n  - {get: /echo, auth: printed}\n  - {get: /echo, auth: user}"),
            ["doctor"], environment: ["KEY": key.privatePEM])
        #expect(run.exitCode == 0)
        #expect(run.output.components(separatedBy: DoctorTests.healthy).count == 4)
        #expect(!run.output.contains("the-token-of-a-command"))
        #expect(!run.output.contains("the-password-of-me"))
        #expect(!run.output.contains("eyJ"))
        #expect(try await scene.server.stats().total_requests == 0)
    }
}
