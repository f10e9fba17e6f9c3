#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A folder that only its owner can change, with files that only its owner can read.
struct PrivateFolder: Sendable {
    /// Why a folder cannot be used.
    enum Problem: Error, Hashable {
        /// It is not there.
        case missing
        /// What is wrong with it.
        case unusable(String)

        init(_ error: SystemError) {
            self = error.code == ENOENT ? .missing : .unusable(error.message)
        }
    }

    /// The open folder.
    let file: OpenFile

    /// Opens a folder.
    ///
    /// - Parameter isMade: whether it is made where it is missing, and those around it.
    init(_ path: String, isMade: Bool) throws(Problem) {
        let facts: FileFacts
        do throws(SystemError) {
            if isMade { try Self.make(path) }
            file = try OpenFile.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
            facts = try file.facts()
        } catch {
            // The system calls a symbolic link no folder.
            throw Problem(error.code == ENOTDIR && Self.isLink(path) ? SystemError(code: ELOOP) : error)
        }
        guard facts.isOurs else { throw .unusable("it belongs to another user") }
        guard !facts.isWritableByOthers else { throw .unusable("others may write to it; chmod 700 makes it private") }
    }

    /// Makes a folder and those around it, where they are missing: for their owner alone, as the XDG base directory
    /// specification asks.
    private static func make(_ path: String) throws(SystemError) {
        if access(path, F_OK) == 0 { return }
        let parent = Self.parent(of: path)
        if parent != path { try make(parent) }
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

    private static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    private static func parent(of path: String) -> String {
        var rest = path[...]
        while rest.utf8.count > 1, rest.utf8.last == UInt8(ascii: "/") { rest.removeLast() }
        guard let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == rest.startIndex ? "/" : String(rest[..<slash])
    }

    /// The bytes of a file, of one that its owner wrote and nobody else could read; nil for everything else.
    func read(_ name: String, limit: Int) -> [UInt8]? {
        do throws(SystemError) {
            let opened = try file.open(name, O_RDONLY)
            let facts = try opened.facts()
            guard facts.kind == .file, facts.isOurs, !facts.isOpenToOthers else { return nil }
            return try opened.bytes(limit: limit)
        } catch {
            return nil
        }
    }

    /// Puts a file of these bytes in the place of what has the name.
    func write(_ bytes: [UInt8], to name: String) throws(SystemError) {
        try file.replace(name, with: bytes)
    }

    /// Removes a file; one that is not there is no failure.
    func remove(_ name: String) throws(SystemError) {
        try file.remove(name)
    }
}
