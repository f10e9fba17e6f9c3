import Foundation

/// A demo server that knows the clients of the providers' jobs, and runs of such a job.
final class ProviderScene: Sendable {
    let provider: ProviderCase
    let server: DemoServer
    /// Where the outputs go.
    let folder: TemporaryFolder
    private let key: TestKey

    /// A key that no stand-in knows.
    private static let foreignKey = Task { try await TestKey(new: .rsa) }

    init(_ provider: ProviderCase) async throws {
        self.provider = provider
        server = try await DemoServer.start()
        folder = try TemporaryFolder()
        key = try await TestKey.of(.rsa)
        for client in ProviderCase.clients {
            try server.register(
                client, ["secret": .string(ProviderCase.secret), "pem": .string(key.publicPEM)])
        }
        try server.admin(
            "refresh-tokens",
            ["client": .string(ProviderCase.clients[0]), "token": .string(ProviderCase.refreshToken)])
    }

    /// Runs the job to its end.
    func run(_ changes: [String: ProviderCase.Value] = [:]) async throws -> Program.Result {
        var inputs: [String] = []
        for (name, value) in provider.inputs.sorted(by: { $0.key < $1.key }) {
            inputs += ["--input", "\(name)=\(try await text(of: value))"]
        }
        inputs += provider.pageSize.map { ["--input", "page_size=\($0)"] } ?? []
        return try await errand(["run", provider.job, "--out", folder.path] + inputs, changes)
    }

    /// Runs a command with the job's environment.
    func errand(
        _ arguments: [String], _ changes: [String: ProviderCase.Value] = [:]
    ) async throws -> Program.Result {
        var environment: [String: String] = [:]
        for (name, value) in provider.environment.merging(changes, uniquingKeysWith: { $1 }) {
            environment[name] = try await text(of: value)
        }
        return try await Program.errand(arguments, environment: environment, folder: Products.repository)
    }

    private func text(of value: ProviderCase.Value) async throws -> String {
        switch value {
        case .text(let text): text
        case .standIn(let path): server.url + "/providers" + path
        case .key: key.privatePEM
        case .foreignKey: try await Self.foreignKey.value.privatePEM
        }
    }
}
