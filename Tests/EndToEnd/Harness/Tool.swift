import Foundation

/// Programs of the system that some tests need: `Tests/run.sh` installs them.
enum Tool {
    /// The program is not installed.
    struct Missing: Error {
        let name: String
    }

    /// Where a program is; nil when it is not installed.
    static func find(_ name: String) -> URL? {
        let folders = ["/usr/bin", "/bin", "/usr/local/bin", "/usr/sbin", "/sbin"]
        return folders.map { URL(fileURLWithPath: $0).appendingPathComponent(name) }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }

    /// Where a program is that a test is not enabled without.
    static func needed(_ name: String) throws -> URL {
        guard let program = find(name) else { throw Missing(name: name) }
        return program
    }
}
