#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What the state does with files and folders beside SQLite.
enum FileSystem {
    /// What the system knows about a path; nil when nothing is there.
    static func status(_ path: String) throws(SystemError) -> stat? {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT { return nil }
            throw .last
        }
        return status
    }

    /// Makes a folder and those around it, where they are missing, for their owner alone.
    static func makeFolder(_ path: String) throws(SystemError) {
        if let status = try status(path) {
            guard status.st_mode & S_IFMT == S_IFDIR else { throw SystemError(code: ENOTDIR) }
            return
        }
        let parent = folder(of: path)
        if parent != path { try makeFolder(parent) }
        do throws(SystemError) {
            try SystemError.check { mkdir(path, 0o700) }
        } catch {
            // Another process may have made it meanwhile.
            guard error.code == EEXIST else { throw error }
            return
        }
        // The process's mask may have taken the owner's rights away.
        try SystemError.check { chmod(path, 0o700) }
    }

    /// Makes an empty file that only its owner can read, whatever the process's mask.
    static func makePrivateFile(_ path: String) throws(SystemError) {
        let file = try SystemError.check { open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600) }
        defer { close(file) }
        try SystemError.check { fchmod(file, 0o600) }
    }

    /// Writes the names of a folder to the disk; a file system that cannot do so is passed over.
    static func synchronize(folder path: String) throws(SystemError) {
        let folder = try SystemError.check { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        defer { close(folder) }
        do throws(SystemError) {
            try SystemError.check { fsync(folder) }
        } catch {
            guard error.code == EINVAL || error.code == ENOTSUP else { throw error }
        }
    }

    /// The folder that a path lies in.
    static func folder(of path: String) -> String {
        var rest = path[...]
        while rest.utf8.count > 1, rest.utf8.last == UInt8(ascii: "/") { rest.removeLast() }
        guard let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == rest.startIndex ? "/" : String(rest[..<slash])
    }
}
