import Foundation

/// Runs a line of the shell on a terminal, with `script` of util-linux.
enum Terminal {
    static let isThere = Tool.find("script") != nil

    /// Starts a line of the shell in the folder of a scene.
    static func start(
        _ line: String, in scene: Scene, environment: [String: String] = [:], inputFile: String? = nil
    ) throws -> Program {
        var variables = scene.server.environment.merging(["TERM": "xterm"]) { _, new in new }
        variables.merge(environment) { _, new in new }
        variables["PATH"] = Products.folder.path + ":/usr/bin:/bin"
        return try Program(
            try Tool.needed("script"), ["-qec", line, "/dev/null"], environment: variables, folder: scene.folder.url,
            inputFile: inputFile)
    }

    /// Runs a line of the shell to its end; both outputs are on the terminal.
    static func run(
        _ line: String, in scene: Scene, environment: [String: String] = [:]
    ) async throws -> Program.Result {
        try await start(line, in: scene, environment: environment).result()
    }
}
