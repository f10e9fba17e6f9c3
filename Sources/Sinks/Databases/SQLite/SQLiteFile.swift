#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The file of a database, by one path however it is written.
struct SQLiteFile {
    /// As it was given.
    let name: String
    /// Absolute, without symbolic links.
    let path: String
    /// Whether there was none before.
    let isNew: Bool

    init(_ path: String) throws(SinkError) {
        guard case .file(let target, let existing) = try FileTarget(path) else {
            throw SinkError(
                .unsuitable, path: path, operation: .open, message: "it is a pipe or a device",
                advice: "name a file, which is made when it is missing")
        }
        let folder = PathParts.folder(of: target)
        try SinkError.wrapping(.open, path, try Folders.make(folder))
        guard let resolved = realpath(folder, nil) else { throw SinkError(.last, path: path, operation: .open) }
        defer { free(resolved) }
        name = path
        self.path = PathParts.asPrefix(String(cString: resolved)) + PathParts.name(of: target)
        isNew = existing == nil
    }

    /// Removes it, when it was made for nothing.
    func removeIfNew() {
        guard isNew else { return }
        for ending in ["", "-wal", "-shm", "-journal"] { unlink(path + ending) }
        Folders.removeIfMadeAndEmpty(PathParts.folder(of: path))
    }
}
