#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A lock between processes, on a file that is there for nothing else; it ends with the process that has it.
struct FileLock: Sendable {
    private let file: OpenFile

    /// Takes the lock; nil when another one has it.
    ///
    /// - Throws: that the file cannot be made, or is not ours.
    static func take(_ name: String, in folder: OpenFile) throws(SystemError) -> FileLock? {
        let file = try open(name, in: folder)
        guard try file.tryLock() else { return nil }
        // A lock on a file that was removed meanwhile is none.
        guard let named = try folder.facts(of: name), try named.isSameFile(as: file.facts()) else { return nil }
        file.touch()
        return FileLock(file: file)
    }

    private static func open(_ name: String, in folder: OpenFile) throws(SystemError) -> OpenFile {
        let file = try folder.open(name, O_RDWR | O_CREAT, mode: 0o600)
        let facts = try file.facts()
        guard facts.kind == .file, facts.isOurs else { throw SystemError(code: EACCES) }
        // The process's mask may have taken the rights away that the next process needs.
        if facts.mode != 0o600 { try file.setMode(0o600) }
        return file
    }

    /// Gives the lock back.
    func end() {
        file.unlock()
    }
}
