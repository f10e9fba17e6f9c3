import Foundation
import Testing

/// `revoke: true`: the token is worthless when the run is over, RFC 7009.
@Suite(.timeLimit(.minutes(5)))
struct RevocationTests {
    private static func job(_ more: String, place: String = "issuer: ${env.DEMO_API}", gate: String = "") -> String {
        SourceScene.job(
            "\(place)\nclient_id: demo\nclient_secret: demo-secret\nrevoke: true\n\(more)",
            calls: SourceScene.call + gate)
    }

    private static let gate = "\n  - {get: \"${env.GATE}\", auth: none, response: text, write: gate.txt}"

    @Test(arguments: [
        "issuer: ${env.DEMO_API}",
        "token_url: ${env.DEMO_API}/oauth/token\n  revocation_url: ${env.DEMO_API}/oauth/revoke",
    ])
    func atTheEnd(_ place: String) async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(Self.job("", place: place.replacingOccurrences(of: "\n  ", with: "\n")))
        #expect(run.errors == "")
        #expect(run.output == SourceScene.output)
        #expect(try scene.server.tokens(of: "demo") == .init(issued: 1, refused: 0, revoked: 1))
        let request = try #require(try scene.requests.last)
        #expect(request.path == "/oauth/revoke")
        #expect(request["token"]?.hasPrefix("dt/") == true)
        #expect(request["token_type_hint"] == "access_token")
        try expectWorthless(request["token"], scene)
    }

    /// After a failure and after Ctrl-C just as well.
    @Test func afterAFailure() async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(Self.job("", gate: "\n  - {get: /faults/status/404}"))
        #expect(run.exitCode == 1)
        #expect(try scene.server.tokens(of: "demo").revoked == 1)
    }

    @Test(arguments: [SIGINT, SIGTERM]) func afterASignal(_ signal: Int32) async throws {
        let scene = try await SourceScene()
        let gate = try Gate()
        let program = try scene.start(Self.job("", gate: Self.gate), environment: ["GATE": gate.url])
        try await gate.arrival()
        program.signal(signal)
        let result = await program.result()
        #expect(result.exitCode == 128 + signal)
        #expect(try scene.server.tokens(of: "demo").revoked == 1)
        try expectWorthless(try scene.requests.last?["token"], scene)
    }

    /// The last token of several, by the client's own method.
    @Test func theLastOne() async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(
            SourceScene.job(
                """
                issuer: ${env.DEMO_API}
                client_id: demo
                client_secret: demo-secret
                client_auth: client_secret_basic
                revoke: true
                """, calls: "  - {get: \"/faults/revoked?key=a\", fields: {ok: $.ok}, write: stdout}"))
        #expect(run.exitCode == 0)
        let requests = try scene.requests
        #expect(requests.filter { $0.path == "/oauth/token" }.count == 2)
        let revocation = try #require(requests.last)
        #expect(revocation.path == "/oauth/revoke")
        #expect(revocation.header("Authorization")?.hasPrefix("Basic ") == true)
        try expectWorthless(revocation["token"], scene)
    }

    /// A token that other runs share is nobody's to revoke.
    @Test func notASharedOne() async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(Self.job("cache: disk"))
        #expect(run.exitCode == 78)
        #expect(run.errors.contains("cache: disk"))
        #expect(try scene.requests.isEmpty)
    }

    /// `errand token` prints a token to be used.
    @Test func notAPrintedOne() async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(Self.job(""), ["token"])
        #expect(run.output.hasPrefix("dt/"))
        #expect(try scene.server.tokens(of: "demo") == .init(issued: 1, refused: 0, revoked: 0))
    }

    /// Nothing to revoke, and a server that cannot: the run's own end stays.
    @Test func nothingFails() async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(
            Self.job(
                "", place: "token_url: ${env.DEMO_API}/oauth/token\nrevocation_url: ${env.DEMO_API}/faults/status/500"))
        #expect(run.exitCode == 0)
        #expect(run.output == SourceScene.output)
        #expect(run.errors.contains("warning[E1126]"))
        #expect(run.errors.contains("\(scene.server.url)/faults/status/500 answered 500"))
        let unused = try await scene.run(
            SourceScene.job(
                "issuer: ${env.DEMO_API}\nclient_id: demo\nclient_secret: demo-secret\nrevoke: true",
                calls: "  - {get: /echo, auth: none, write: echo.json}"))
        #expect(unused.exitCode == 0)
        #expect(try scene.server.tokens(of: "demo").issued == 1)
    }

    /// The API takes the token no more.
    private func expectWorthless(_ token: String?, _ scene: SourceScene) throws {
        let token = try #require(token)
        let connection = try LoopbackSocket.connect(to: scene.server.port)
        defer { close(connection) }
        LoopbackSocket.write(
            "GET /items/1 HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer \(token)\r\nConnection: close\r\n\r\n",
            to: connection)
        let answer = String(decoding: LoopbackSocket.readAll(from: connection), as: UTF8.self)
        #expect(answer.hasPrefix("HTTP/1.1 401"))
    }
}
