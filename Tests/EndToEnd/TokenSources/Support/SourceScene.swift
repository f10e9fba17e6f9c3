import Foundation

/// A demo server, and jobs with one token source against it.
final class SourceScene: Sendable {
    let scene: Scene

    var server: DemoServer { scene.server }
    var folder: TemporaryFolder { scene.folder }

    init() async throws {
        scene = try await Scene()
    }

    /// The call that needs a token, and what it prints.
    static let call = "  - {get: /items/1, fields: {id: $.id}, write: stdout}"
    static let output = "{\"id\":1}\n"

    /// The text of a job.
    ///
    /// - Parameters:
    ///   - auth: lines of keys, or of a list of sources.
    ///   - endpoint: the token endpoint of the source, where the lines name none; empty for a source without one.
    static func job(
        _ auth: String, endpoint: String = "${env.DEMO_API}/oauth/token", calls: String = call, top: String = ""
    ) -> String {
        let isPlaced = endpoint.isEmpty || ["token_url:", "issuer:", "- "].contains { auth.contains($0) }
        let place = isPlaced ? "" : "\n  token_url: \(endpoint)"
        return """
            defaults: {base_url: "${env.DEMO_API}"}
            \(top)
            auth:\(place)
            \(auth.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
            calls:
            \(calls)
            """
    }

    /// Writes `job.yaml` and runs a command with it to its end.
    func run(
        _ job: String, _ arguments: [String] = ["run"], environment: [String: String] = [:]
    ) async throws -> Program.Result {
        try folder.write("job.yaml", job)
        return try await scene.run(arguments + ["job.yaml"], environment: environment)
    }

    /// Writes `job.yaml` and starts a run of it.
    func start(_ job: String, environment: [String: String] = [:]) throws -> Program {
        try folder.write("job.yaml", job)
        return try scene.start(["run", "job.yaml"], environment: environment)
    }

    /// The token requests that came in.
    var requests: [TokenRequest] { get throws { try server.tokenRequests() } }
}
