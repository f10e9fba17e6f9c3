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

    /// What it means for the state, with the path.
    func stateError(_ path: String) -> StateError {
        switch code {
        case EACCES, EPERM: StateError(.notAllowed, "\(path): permission denied")
        case EROFS: StateError(.notAllowed, "\(path): the file system is read only")
        case ENOSPC: StateError(.full, "\(path): no space is left on the disk")
        case EDQUOT: StateError(.full, "\(path): the disk quota is used up")
        case ENOTDIR: StateError(.cannotOpen, "\(path): a part of its path is a file, not a folder")
        case ELOOP: StateError(.cannotOpen, "\(path): it is a symbolic link")
        default: StateError(.cannotOpen, "\(path): \(String(cString: strerror(code)))")
        }
    }
}
