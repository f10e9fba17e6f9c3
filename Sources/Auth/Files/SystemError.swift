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

    /// What happened, in words.
    var message: String {
        switch code {
        case EACCES, EPERM: "permission denied"
        case EROFS: "the file system is read only"
        case ENOSPC: "no space is left on the disk"
        case EDQUOT: "the disk quota is used up"
        case EBUSY: "it is a mount point or in use"
        case ENOENT: "it does not exist"
        case ENOTDIR: "a part of its path is a file, not a folder"
        case EISDIR: "it is a folder"
        case ELOOP: "it is a symbolic link"
        default: String(cString: strerror(code))
        }
    }
}
