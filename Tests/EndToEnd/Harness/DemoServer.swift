import Foundation

/// A DemoAPI of a test's own on a free port of loopback, stopped by its pid with the value that holds it.
final class DemoServer: Sendable {
    /// The demo server did not come up.
    struct Failure: Error {
        let log: String
    }

    /// How many may run at the same time.
    private static let turns = Turns(8)

    let port: Int
    private let program: Program

    /// Starts a server, and returns when it takes connections.
    static func start() async throws -> DemoServer {
        await turns.take()
        do {
            return try await launch()
        } catch {
            turns.giveBack()
            throw error
        }
    }

    private static func launch() async throws -> DemoServer {
        let folder = try TemporaryFolder()
        let program = try Program(
            Products.demoAPI, ["--port", "0", "--port-file", folder.path + "/port", "--exit-with-parent"])
        do {
            try await eventually { folder.read("port")?.hasSuffix("\n") == true }
        } catch {
            program.signal(SIGKILL)
            throw Failure(log: await program.result().errors)
        }
        let text = folder.read("port")?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        return DemoServer(port: Int(text) ?? 0, program: program)
    }

    private init(port: Int, program: Program) {
        self.port = port
        self.program = program
    }

    deinit {
        program.signal(SIGTERM)
        Self.turns.giveBack()
    }

    var url: String { "http://127.0.0.1:\(port)" }

    /// What a job against it needs in its environment.
    var environment: [String: String] { ["DEMO_API": url, "DEMO_SECRET": "demo-secret"] }

    /// What came in so far.
    func stats() async throws -> Stats {
        try JSONDecoder().decode(Stats.self, from: try LoopbackClient.send("GET", "/stats", port: port))
    }

    /// Makes all tokens worthless.
    func revokeTokens() throws {
        _ = try LoopbackClient.send("POST", "/admin/revoke", port: port)
    }

    /// Waits until so many requests of a method and route have come in: `GET /items`.
    func arrival(of route: String, count: Int = 1) async throws {
        try await eventually { try await stats().requests[route, default: 0] >= count }
    }

    /// What DemoAPI counts.
    struct Stats: Decodable {
        struct Origins: Decodable {
            var main: String
            var other: String
            var raw: String
        }
        struct Other: Decodable {
            var requests: Int
            var with_credentials: Int
        }
        var origins: Origins
        var connections: Int
        var tokens_issued: Int
        var items_created: Int
        var total_requests: Int
        var requests: [String: Int]
        var statuses: [String: Int]
        var other: Other
    }

    /// Text with the origins and hosts of this server replaced by fixed names.
    func neutral(_ text: String) async throws -> String {
        let origins = try await stats().origins
        return [(origins.main, "demo.test"), (origins.other, "other.test"), (origins.raw, "raw.test")]
            .reduce(text) { text, names in
                let host = names.0.replacingOccurrences(of: "http://", with: "")
                return text.replacingOccurrences(of: host, with: names.1)
            }
    }
}
