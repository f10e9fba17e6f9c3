import Foundation
import Testing

/// What the script says about the moto that it started.
struct Moto: Decodable, Sendable {
    /// Keys; those of a session end, and go with a token.
    struct Keys: Decodable, Sendable {
        var access_key: String
        var secret_key: String
        var session_token: String?
    }

    var url: String
    var region: String
    var bucket: String
    var table: String
    var user: Keys
    var session: Keys

    /// The one of this run.
    static let server = RealServer<Moto>("moto")
}

/// The moto of this run, a folder of a test's own, and runs of `errand` in it.
struct MotoScene: Sendable {
    let server: Moto
    let folder: TemporaryFolder

    init() async throws {
        server = try await Moto.server.facts
        folder = try TemporaryFolder()
    }

    /// Runs calls that are signed for a service.
    ///
    /// - Parameters:
    ///   - keys: whose; the user's by default.
    ///   - secretKey: another one than theirs.
    func run(
        _ service: String, calls: String, keys: Moto.Keys? = nil, secretKey: String? = nil
    ) async throws -> Program.Result {
        let keys = keys ?? server.user
        try folder.write(
            "job.yaml",
            """
            defaults: {base_url: "\(server.url)"}
            auth:
              type: aws_sigv4
              access_key: ${env.ACCESS_KEY}
              secret_key: ${env.SECRET_KEY}
              region: \(server.region)
              service: \(service)
            \(keys.session_token == nil ? "" : "  session_token: ${env.SESSION_TOKEN}")
            calls:
            \(calls)
            """)
        let secretKey = secretKey ?? keys.secret_key
        let result = try await Program.errand(
            ["run", "job.yaml"],
            environment: [
                "ACCESS_KEY": keys.access_key, "SECRET_KEY": secretKey, "SESSION_TOKEN": keys.session_token ?? "",
            ], folder: folder.url)
        #expect(!result.errors.contains(secretKey), "the secret key is not shown")
        return result
    }
}

/// Signatures for AWS, checked by moto from PyPI, which works them out anew for each request.
@Suite(.needs { Moto.server }, .timeLimit(.minutes(5)))
struct MotoTests {}
