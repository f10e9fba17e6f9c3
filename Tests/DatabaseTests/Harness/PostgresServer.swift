import Foundation
import Testing

/// A real PostgreSQL for the tests, started by `Tests/EndToEnd/Servers/postgres` once for all tests of a run.
///
/// The script ends it, by its pid, as soon as the process of the tests is gone, however that ends.
struct PostgresServer: Decodable, Sendable {
    /// The server could be had, and did not come up.
    struct Failure: Error {
        let log: String
    }

    /// Of the user `errand`, who may do anything, with its password percent-encoded.
    var url: String
    var user: String
    var password: String
    var host: String
    var port: Int
    var database: String
    /// The file of the authority of its certificate.
    var ca: String

    /// The one of this run; nil where it cannot be had, the reason is on stderr.
    private static let started = Result { try launch() }

    /// Whether tests against it can run; a server that could be had and fails is one that the tests report.
    static var isAvailable: Bool {
        switch started {
        case .success(let server): server != nil
        case .failure: true
        }
    }

    /// The one of this run.
    static func shared() throws -> PostgresServer {
        guard let server = try started.get() else { throw Failure(log: "it cannot be had here") }
        return server
    }

    /// The URL of an empty schema of one test's own: names without a schema are looked up in it alone.
    ///
    /// - Parameter name: of small letters, digits and `_`; the schema must have been made.
    func url(schema name: String) -> String {
        url + "?options=-csearch_path%3D\(name)"
    }

    /// Its URL with another password.
    func url(password: String) -> String {
        "postgres://\(user):\(password)@\(host):\(port)/\(database)"
    }

    private static func launch() throws -> PostgresServer? {
        let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        // The tests of other layers have this file as a link.
        var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        for _ in 0..<3 { folder.deleteLastPathComponent() }
        let script = folder.appendingPathComponent("EndToEnd/Servers/postgres/start.sh").path
        // Into files: what the script starts would keep pipes open.
        let files = try (0..<2).map { _ in try temporaryFile() }
        defer { for file in files { try? FileManager.default.removeItem(at: file) } }
        let exitCode = try run(
            ["/usr/bin/timeout", "600", script, own.appendingPathComponent("servers/postgres").path, String(getpid())],
            output: files[0].path, errors: files[1].path)
        let log = try String(contentsOf: files[1], encoding: .utf8)
        if exitCode == 77 {
            let reason = log.split(separator: "\n").last ?? "PostgreSQL cannot be had here"
            FileHandle.standardError.write(Data("skipped: \(reason)\n".utf8))
            return nil
        }
        guard exitCode == 0 else { throw Failure(log: log) }
        return try JSONDecoder().decode(PostgresServer.self, from: Data(contentsOf: files[0]))
    }

    /// Runs a program to its end; the processes that it leaves are not waited for, which `Process` would do.
    private static func run(_ arguments: [String], output: String, errors: String) throws -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY, 0)
        var texts = arguments.map { strdup($0) } + [nil]
        var variables = ProcessInfo.processInfo.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in texts + variables { free(text) } }
        var pid: pid_t = 0
        let problem = posix_spawn(&pid, arguments[0], &actions, nil, &texts, &variables)
        guard problem == 0 else { throw Failure(log: String(cString: strerror(problem))) }
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0 {
            guard errno == EINTR else { throw Failure(log: String(cString: strerror(errno))) }
        }
        // The low bits are the signal that has ended it.
        return status & 0x7f == 0 ? status >> 8 & 0xff : -1
    }

    private static func temporaryFile() throws -> URL {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("postgres-\(UUID().uuidString)")
        try Data().write(to: file)
        return file
    }
}

extension Trait where Self == ConditionTrait {
    /// Only where PostgreSQL can be had.
    static var needsPostgres: Self {
        .enabled("PostgreSQL cannot be had here; the reason is on stderr") { PostgresServer.isAvailable }
    }
}
