import Foundation

/// A server program of the system, started on loopback and stopped by its pid with the value that holds it.
final class ToolServer: Sendable {
    let port: Int
    private let program: Program

    /// Starts a program and returns when its port takes connections.
    ///
    /// - Parameter arguments: made from a port that is free.
    init(_ name: String, folder: URL, arguments: (Int) throws -> [String]) async throws {
        let port = try LoopbackSocket.freePort()
        let program = try Program(try Tool.needed(name), try arguments(port), folder: folder)
        self.port = port
        self.program = program
        do {
            try await eventually {
                guard let connection = try? LoopbackSocket.connect(to: port) else { return false }
                close(connection)
                return true
            }
        } catch {
            program.signal(SIGKILL)
            let result = await program.result()
            throw DemoServer.Failure(log: result.output + result.errors)
        }
    }

    deinit {
        program.signal(SIGTERM)
    }

    /// What it said until now.
    var log: String { program.outputSoFar + program.errorsSoFar }
}
