import Foundation

/// What the system says about who may do what with a file.
enum FileMode {
    /// There is no such file.
    struct Missing: Error {
        let path: String
    }

    /// The permissions of a file or folder, a symbolic link itself.
    static func of(_ path: String) throws -> mode_t {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw Missing(path: path) }
        return status.st_mode & 0o7777
    }
}
