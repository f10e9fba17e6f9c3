#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What is done in an open folder: it stays the same one, whatever becomes of its name.
extension OpenFile {
    /// Opens a file of the folder; never what a symbolic link leads to, and never waiting for the other end of a pipe.
    func open(_ name: String, _ flags: Int32, mode: mode_t = 0o600) throws(SystemError) -> OpenFile {
        OpenFile(
            owning: try SystemError.check {
                openat(number, name, flags | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, mode)
            })
    }

    /// What the system knows about a name of the folder, a symbolic link itself; nil when nothing is there.
    func facts(of name: String) throws(SystemError) -> FileFacts? {
        var status = stat()
        guard fstatat(number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            if errno == ENOENT { return nil }
            throw .last
        }
        return FileFacts(status)
    }

    /// Gives a file of the folder another name there, in place of what had it.
    func rename(_ old: String, to new: String) throws(SystemError) {
        try SystemError.check { renameat(number, old, number, new) }
    }

    /// Removes a file of the folder; one that is not there is no failure.
    func remove(_ name: String) throws(SystemError) {
        do {
            try SystemError.check { unlinkat(number, name, 0) }
        } catch {
            guard error.code == ENOENT else { throw error }
        }
    }

    /// The names in the folder, at most this many; none when it cannot be read.
    func names(limit: Int) -> [String] {
        let copy = openat(number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0 else { return [] }
        guard let stream = fdopendir(copy) else {
            close(copy)
            return []
        }
        defer { closedir(stream) }
        var names: [String] = []
        while names.count < limit, let entry = readdir(stream) {
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                })
        }
        return names
    }
}
