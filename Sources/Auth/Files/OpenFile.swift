#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// An open file or folder; it closes with its last reference, and programs that are started do not inherit it.
final class OpenFile: Sendable {
    let number: Int32

    init(owning number: Int32) {
        self.number = number
    }

    deinit {
        close(number)
    }

    /// Opens a path.
    static func open(_ path: String, _ flags: Int32, mode: mode_t = 0o600) throws(SystemError) -> OpenFile {
        OpenFile(
            owning: try SystemError.check {
                #if canImport(Glibc)
                    Glibc.open(path, flags | O_CLOEXEC, mode)
                #elseif canImport(Musl)
                    Musl.open(path, flags | O_CLOEXEC, mode)
                #endif
            })
    }

    /// What the system knows about it.
    func facts() throws(SystemError) -> FileFacts {
        var status = stat()
        guard fstat(number, &status) == 0 else { throw .last }
        return FileFacts(status)
    }

    /// All bytes from the beginning; nil when there are more than the limit.
    func bytes(limit: Int) throws(SystemError) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: limit + 1)
        var filled = 0
        while filled < bytes.count {
            let got = try SystemError.check {
                bytes.withUnsafeMutableBytes { buffer in
                    let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
                    return read(number, rest.baseAddress, rest.count)
                }
            }
            if got == 0 { break }
            filled += got
        }
        guard filled <= limit else { return nil }
        bytes.removeSubrange(filled...)
        return bytes
    }

    /// Writes all bytes at the current place.
    func writeAll(_ bytes: [UInt8]) throws(SystemError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = try SystemError.check { rest.withUnsafeBytes { write(number, $0.baseAddress, $0.count) } }
            rest = rest.dropFirst(written)
        }
    }

    /// Writes everything to the disk; what cannot do so, such as the folders of some network shares, is passed over.
    func synchronize() throws(SystemError) {
        do {
            try SystemError.check { fsync(number) }
        } catch {
            guard error.code == EINVAL || error.code == ENOTSUP else { throw error }
        }
    }

    /// Sets the permissions, whatever the process's mask.
    func setMode(_ mode: mode_t) throws(SystemError) {
        try SystemError.check { fchmod(number, mode) }
    }

    /// Gives the file to a user and a group.
    func setOwner(_ owner: uid_t, _ group: gid_t) throws(SystemError) {
        try SystemError.check { fchown(number, owner, group) }
    }

    /// Takes the lock of the file, which ends with the descriptor; false when another one has it.
    ///
    /// A file system without locks gives it to everybody.
    func tryLock() throws(SystemError) -> Bool {
        do {
            try SystemError.check { flock(number, LOCK_EX | LOCK_NB) }
            return true
        } catch {
            switch error.code {
            case EWOULDBLOCK: return false
            case ENOLCK, ENOTSUP, ENOSYS, EINVAL: return true
            default: throw error
            }
        }
    }

    /// Gives the lock back.
    func unlock() {
        flock(number, LOCK_UN)
    }

    /// Says that the file was used just now.
    func touch() {
        futimens(number, nil)
    }
}
