#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// An open file; it closes with its last reference.
final class FileDescriptor: Sendable {
    private let number: Int32

    private init(owning number: Int32) {
        self.number = number
    }

    deinit {
        close(number)
    }

    /// Opens a path; programs that are started do not inherit it.
    static func open(_ path: String, _ flags: Int32, mode: mode_t = 0o666) throws(SystemError) -> FileDescriptor {
        FileDescriptor(
            owning: try SystemError.check {
                #if canImport(Glibc)
                    Glibc.open(path, flags | O_CLOEXEC, mode)
                #elseif canImport(Musl)
                    Musl.open(path, flags | O_CLOEXEC, mode)
                #endif
            })
    }

    /// A descriptor of our own for a file that is open already, such as stdout.
    static func duplicate(_ number: Int32) throws(SystemError) -> FileDescriptor {
        FileDescriptor(owning: try SystemError.check { fcntl(number, F_DUPFD_CLOEXEC, 3) })
    }

    /// What the system knows about it.
    func status() throws(SystemError) -> FileStatus {
        try FileStatus.of(number)
    }

    /// Writes all bytes at the current place.
    ///
    /// - Parameter count: grows by what was written, also when the rest fails.
    func writeAll(_ bytes: UnsafeRawBufferPointer, counting count: inout Int) throws(SystemError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let part = UnsafeRawBufferPointer(rebasing: rest)
            do {
                let written = try SystemError.check { write(number, part.baseAddress, part.count) }
                rest = rest.dropFirst(written)
                count += written
            } catch {
                // Another program may have made a pipe or a terminal that we share not wait.
                guard error.code == EAGAIN else { throw error }
                var poll = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
                try SystemError.check { Self.wait(&poll) }
            }
        }
    }

    private static func wait(_ entry: inout pollfd) -> Int32 { poll(&entry, 1, -1) }

    /// Up to `count` bytes from a place on; fewer only at the end of the file.
    func bytes(at offset: Int, count: Int) throws(SystemError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let got = try SystemError.check {
                bytes.withUnsafeMutableBytes { buffer in
                    let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
                    return pread(number, rest.baseAddress, rest.count, off_t(offset + filled))
                }
            }
            if got == 0 { break }
            filled += got
        }
        bytes.removeSubrange(filled...)
        return bytes
    }

    /// Writes everything to the disk; what cannot do so, such as the folders of some network shares, is passed over.
    func synchronize() throws(SystemError) {
        do {
            try SystemError.check { fsync(number) }
        } catch {
            guard error.code == EINVAL || error.code == ENOTSUP else { throw error }
        }
    }

    /// Cuts the file, and goes on writing at its end.
    func truncate(to length: Int) throws(SystemError) {
        try SystemError.check { ftruncate(number, off_t(length)) }
        try SystemError.check { lseek(number, off_t(length), SEEK_SET) }
    }

    /// Sets the permissions.
    func setMode(_ mode: mode_t) throws(SystemError) {
        try SystemError.check { fchmod(number, mode) }
    }

    /// Lets writes wait again, after opening without waiting.
    func waitForWrites() throws(SystemError) {
        let flags = try SystemError.check { fcntl(number, F_GETFL) }
        try SystemError.check { fcntl(number, F_SETFL, flags & ~O_NONBLOCK) }
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
}
