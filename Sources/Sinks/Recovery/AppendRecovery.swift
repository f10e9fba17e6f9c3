#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Takes back what a run that died has added to a file without making it permanent.
public enum AppendRecovery {
    /// Cuts a file back to a length, when it is the file that was added to and holds all of it.
    ///
    /// Call it only with the point of a run that did not end: what another program has added behind it meanwhile is cut
    /// off too. A file that is gone is no failure when nothing was permanent in it.
    ///
    /// - Returns: how many bytes were cut off.
    /// - Throws: that the file is another one, shorter, gone or in use, or what the system says. Nothing was changed
    ///   then.
    @discardableResult
    public static func recover(path: String, identity: FileIdentity, length: Int) throws(SinkError) -> Int {
        guard let file = try open(path) else {
            if length == 0 { return 0 }
            throw refusal(path, "it is gone, and a run that died has added to it")
        }
        guard try SinkError.wrapping(.open, path, try file.tryLock()) else {
            throw SinkError(SystemError(code: EWOULDBLOCK), path: path, operation: .rollback)
        }
        let status = try SinkError.wrapping(.rollback, path, try file.status())
        guard status.identity == identity else {
            throw refusal(path, "it is another file than the one that a run that died has added to")
        }
        guard status.size >= length else {
            throw refusal(path, "it has \(status.size) bytes, and had \(length) before a run that died added to it")
        }
        guard status.size > length else { return 0 }
        try SinkError.wrapping(.rollback, path, try file.truncate(to: length))
        try SinkError.wrapping(.rollback, path, try file.synchronize())
        return status.size - length
    }

    private static func open(_ path: String) throws(SinkError) -> FileDescriptor? {
        do throws(SystemError) {
            return try FileDescriptor.open(path, O_RDWR | O_NOFOLLOW | O_NONBLOCK)
        } catch {
            if error.code == ENOENT { return nil }
            throw SinkError(error, path: path, operation: .rollback)
        }
    }

    private static func refusal(_ path: String, _ message: String) -> SinkError {
        SinkError(
            .unsuitable, path: path, operation: .rollback, message: message,
            advice: "see what it holds; `errand state reset JOB` begins anew and leaves the file as it is")
    }
}
