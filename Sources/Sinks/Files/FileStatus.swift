#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What the system knows about a file.
struct FileStatus: Hashable {
    enum Kind: Hashable {
        case file, folder, link, pipe, characterDevice, other
    }

    let kind: Kind
    /// The permissions, without the bits that make a program run as somebody else.
    let mode: mode_t
    let size: Int
    let identity: FileIdentity

    private init(_ status: stat) {
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            case S_IFIFO: .pipe
            case S_IFCHR: .characterDevice
            default: .other
            }
        mode = status.st_mode & 0o777
        size = Int(status.st_size)
        identity = FileIdentity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
    }

    /// The status of what stands at a path, a symbolic link itself; nil when nothing is there.
    static func at(_ path: String) throws(SystemError) -> FileStatus? {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            if errno == ENOENT { return nil }
            throw .last
        }
        return FileStatus(status)
    }

    /// The status of what a path leads to through symbolic links; nil when nothing is there.
    static func behind(_ path: String) throws(SystemError) -> FileStatus? {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT { return nil }
            throw .last
        }
        return FileStatus(status)
    }

    /// The status of an open file.
    static func of(_ descriptor: Int32) throws(SystemError) -> FileStatus {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .last }
        return FileStatus(status)
    }
}
