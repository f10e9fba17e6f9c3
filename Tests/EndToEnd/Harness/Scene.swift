import Foundation

/// A demo server, a folder with a job in it, and runs of `errand` in that folder.
final class Scene: Sendable {
    let server: DemoServer
    let folder: TemporaryFolder
    /// Where `errand` keeps its state.
    let state: TemporaryFolder

    /// Starts the server and writes `job.yaml`.
    init(job: String = "") async throws {
        server = try await DemoServer.start()
        folder = try TemporaryFolder()
        state = try TemporaryFolder()
        if !job.isEmpty { try folder.write("job.yaml", job) }
    }

    /// Starts `errand`.
    func start(
        _ arguments: [String] = ["run", "job.yaml"], environment: [String: String] = [:], input: String = ""
    ) throws -> Program {
        try Program(
            Products.errand, arguments, environment: variables(environment), folder: folder.url, input: input)
    }

    /// Runs `errand` to its end.
    func run(
        _ arguments: [String] = ["run", "job.yaml"], environment: [String: String] = [:], input: String = ""
    ) async throws -> Program.Result {
        try await start(arguments, environment: environment, input: input).result()
    }

    /// Runs a line of the shell, in which `errand` is the program.
    func shell(_ line: String, environment: [String: String] = [:]) async throws -> Program.Result {
        try await Program.shell(line, environment: variables(environment), folder: folder.url)
    }

    private func variables(_ more: [String: String]) -> [String: String] {
        server.environment.merging(["XDG_STATE_HOME": state.url.path]) { _, new in new }
            .merging(more) { _, new in new }
    }
}

/// Jobs that tests share.
enum JobText {
    /// The credentials of the client that may do everything, and the demo server as `base_url`.
    static let demo = """
        auth: {token_url: "${env.DEMO_API}/oauth/token", client_id: demo, client_secret: "${env.DEMO_SECRET}"}
        defaults: {base_url: "${env.DEMO_API}"}

        """
}
