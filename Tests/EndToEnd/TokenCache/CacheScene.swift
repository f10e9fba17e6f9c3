import Foundation

/// A demo server, and runs that share a folder for their tokens.
final class CacheScene: Sendable {
    let scene: SourceScene

    var server: DemoServer { scene.server }
    var folder: TemporaryFolder { scene.folder }

    init() async throws {
        scene = try await SourceScene()
    }

    static let demo = "client_id: demo\nclient_secret: demo-secret\ncache: disk"

    /// The folder of the tokens.
    var tokens: String { folder.path + "/cache/errand/tokens" }

    /// The names in the folder of the tokens, in order; none when there is no folder.
    var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: tokens)) ?? []).sorted() }

    /// The one file with a token.
    var tokenFile: String? { names.first { $0.hasSuffix(".token") }.map { tokens + "/" + $0 } }

    /// What is said in each run's environment.
    var environment: [String: String] { ["XDG_CACHE_HOME": folder.path + "/cache"] }

    /// Runs a job to its end.
    func run(
        _ auth: String = demo, _ arguments: [String] = ["run"], calls: String = SourceScene.call,
        environment more: [String: String] = [:]
    ) async throws -> Program.Result {
        try await scene.run(
            SourceScene.job(auth, calls: calls), arguments, environment: environment.merging(more) { _, new in new })
    }

    /// How many tokens were issued.
    var issued: Int { get async throws { try await server.stats().tokens_issued } }

    /// How many token requests came, good or not.
    var asked: Int { get async throws { try await server.stats().requests["POST /oauth/token", default: 0] } }
}
