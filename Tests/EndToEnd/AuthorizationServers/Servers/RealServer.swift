import Foundation
import Testing

/// A server that others wrote, started by a script of `Tests/EndToEnd/Servers` once for all tests of a run.
///
/// The script ends it, by its pids, as soon as the process of the tests is gone, however that ends.
struct RealServer<Facts: Decodable & Sendable>: Sendable {
    /// The server cannot be had on this machine.
    struct Unavailable: Error {}

    /// The server could be had, and did not come up.
    struct Failure: Error {
        let exitCode: Int32
        let log: String
    }

    private let start: Task<Facts, any Error>

    /// Begins to start it; the first time, the script fetches what it needs and keeps it in the build folder.
    ///
    /// - Parameter name: the folder of its scripts.
    init(_ name: String) {
        start = Task { try await Self.launch(name) }
    }

    /// What its script says about it.
    ///
    /// - Throws: `Unavailable`, `Failure`.
    var facts: Facts {
        get async throws { try await start.value }
    }

    /// Whether tests against it can run.
    ///
    /// A server that could be had and fails is one that the tests report.
    var isAvailable: Bool {
        get async {
            do {
                _ = try await facts
            } catch is Unavailable {
                return false
            } catch {}
            return true
        }
    }

    private static func launch(_ name: String) async throws -> Facts {
        let script = Products.repository.appendingPathComponent("Tests/EndToEnd/Servers/\(name)/start.sh")
        let folder = Products.folder.appendingPathComponent("servers/" + name)
        // With the variables of the tests: a machine may need some of them to reach Debian's or Python's packages.
        var environment = ProcessInfo.processInfo.environment
        environment["PATH"] = "/usr/bin:/bin:/usr/sbin:/sbin"
        let result = try await Program(
            URL(fileURLWithPath: "/usr/bin/timeout"), ["600", script.path, folder.path, String(getpid())],
            environment: environment
        ).result()
        guard result.exitCode != 77 else {
            // Said once here: the comment of a trait is fixed before this is known.
            let reason = result.errors.split(separator: "\n").last ?? "\(name) cannot be had here"
            FileHandle.standardError.write(Data("skipped: \(reason)\n".utf8))
            throw Unavailable()
        }
        guard result.exitCode == 0 else {
            throw Failure(exitCode: result.exitCode, log: result.errors)
        }
        return try JSONDecoder().decode(Facts.self, from: Data(result.output.utf8))
    }
}

extension Trait where Self == ConditionTrait {
    /// Only where a server can be had.
    static func needs<Facts>(_ server: @escaping @Sendable () -> RealServer<Facts>) -> Self {
        .enabled("the server cannot be had here; the reason is on stderr") { await server().isAvailable }
    }
}
