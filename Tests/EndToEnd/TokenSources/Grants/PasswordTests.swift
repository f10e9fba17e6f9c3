import Foundation
import Testing

/// The password grant, RFC 6749 section 4.3.
@Suite(.timeLimit(.minutes(5)))
struct PasswordTests {
    private static let job = SourceScene.job(
        """
        type: password
        username: grace
        password: ${secrets.password}
        client_id: demo
        client_secret: demo-secret
        scope: read:data
        """, top: "secrets: {password: {env: PASSWORD}}")

    @Test func aUser() async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(Self.job, environment: ["PASSWORD": "hopper-1906"])
        #expect(!run.errors.contains("error["))
        #expect(run.output == SourceScene.output)
        let request = try #require(try scene.requests.first)
        #expect(request["grant_type"] == "password")
        #expect(request["username"] == "grace")
        #expect(request["password"] == "hopper-1906")
        #expect(request["scope"] == "read:data")
    }

    @Test func aWrongPassword() async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(Self.job, environment: ["PASSWORD": "wrong-password"])
        #expect(run.exitCode == 77)
        #expect(run.errors.contains("invalid_grant"))
        #expect(run.errors.contains("password"))
        #expect(!run.errors.contains("wrong-password"))
        #expect(try scene.requests.count == 1)
    }

    /// The refresh token that comes along is passed over: the next token is asked for with the password again.
    @Test func anotherToken() async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(
            Self.job.replacingOccurrences(of: SourceScene.call, with: "  - {get: \"/faults/revoked?key=a\"}"),
            environment: ["PASSWORD": "hopper-1906"])
        #expect(run.exitCode == 0)
        #expect(try scene.requests.map { $0["grant_type"] } == ["password", "password"])
    }
}
