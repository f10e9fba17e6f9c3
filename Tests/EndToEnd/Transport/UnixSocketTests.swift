import Foundation
import Testing

/// A Unix socket in front of the demo server, by `socat`.
@Suite(.enabled(if: Tool.find("socat") != nil, "socat is not installed"), .timeLimit(.minutes(5)))
struct UnixSocketTests {
    @Test func callsAndTokens() async throws {
        let scene = try await Scene(
            job: """
                auth:
                  token_url: http://localhost/oauth/token
                  client_id: demo
                  client_secret: ${env.DEMO_SECRET}
                  unix_socket: api.sock
                defaults: {base_url: "http://localhost", unix_socket: api.sock}
                calls:
                  - get: /customers/7
                  - get: /items
                    query: {limit: 5, total: 10, style: next}
                    paginate: {next_url: $.links.next}
                    records: $.data[*]
                    fields: {id: $.id}
                    write: out.jsonl
                """)
        let socket = try Program(
            try Tool.needed("socat"),
            ["UNIX-LISTEN:api.sock,fork,unlink-close=0", "TCP:127.0.0.1:\(scene.server.port)"], folder: scene.folder.url
        )
        defer { socket.signal(SIGTERM) }
        try await eventually { FileManager.default.fileExists(atPath: scene.folder.path + "/api.sock") }
        let result = try await scene.run()
        #expect(result.exitCode == 0)
        #expect(result.errors == "")
        // The next links name the host that the server was called by, `localhost`.
        #expect(scene.folder.read("out.jsonl") == (1...10).map { "{\"id\":\($0)}\n" }.joined())
        #expect(try await scene.server.stats().tokens_issued == 1)
    }

    @Test func noSocket() async throws {
        let scene = try await Scene(
            job: "defaults: {unix_socket: nothing.sock, retry: false}\ncalls: [{get: \"http://localhost/echo\"}]")
        let result = try await scene.run()
        #expect(result.exitCode == 69)
        #expect(result.errors.contains("nothing.sock"), "the socket is named")
    }
}
