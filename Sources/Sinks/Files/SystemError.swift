#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A system call that failed.
struct SystemError: Error, Hashable {
    let code: Int32

    /// The failure of the last call of this thread.
    static var last: SystemError { SystemError(code: errno) }

    /// What the call gives; it is made again when a signal interrupted it, and throws when it gives -1.
    @discardableResult
    static func check<Result: SignedInteger>(_ call: () -> Result) throws(SystemError) -> Result {
        while true {
            let result = call()
            if result != -1 { return result }
            if errno != EINTR { throw last }
        }
    }
}

extension SinkError {
    /// What the system says about a path.
    init(_ error: SystemError, path: String, operation: Operation) {
        let (code, message, advice) = Self.explain(error.code)
        self.init(code, path: path, operation: operation, message: message, advice: advice)
    }

    private static func explain(_ number: Int32) -> (code: Code, message: String, advice: String?) {
        switch number {
        case EACCES, EPERM: (.notAllowed, "permission denied", nil)
        case EROFS: (.notAllowed, "the file system is read only", nil)
        case ENOSPC: (.noSpace, "no space is left on the disk", nil)
        case EDQUOT: (.noSpace, "the disk quota is used up", nil)
        case EPIPE: (.brokenPipe, "nobody reads it any more", nil)
        case EISDIR: (.unsuitable, "it is a folder", "name a file in it")
        case ENOTDIR: (.unsuitable, "a part of its path is a file, not a folder", nil)
        case ENOENT: (.unsuitable, "it or its folder does not exist", nil)
        case ENAMETOOLONG: (.unsuitable, "its name is too long", nil)
        case ELOOP: (.unsuitable, "its symbolic links go round in a circle", nil)
        case EEXIST: (.busy, "something else has taken its place", nil)
        case EBUSY:
            (.busy, "it is a mount point or in use", "mount the folder that it is in, not the file")
        case ENXIO: (.unsuitable, "nobody reads it yet", "start its reader first")
        case EWOULDBLOCK: (.busy, "another run is adding to it", nil)
        case EMFILE, ENFILE: (.failed, "too many files are open", "raise the limit (ulimit -n)")
        default: (.failed, String(cString: strerror(number)), nil)
        }
    }

    /// Does something with a path, and says what the system says when it fails.
    @discardableResult
    static func wrapping<Result>(
        _ operation: Operation, _ path: String, _ body: @autoclosure () throws(SystemError) -> Result
    ) throws(SinkError) -> Result {
        do throws(SystemError) {
            return try body()
        } catch {
            throw SinkError(error, path: path, operation: operation)
        }
    }
}
