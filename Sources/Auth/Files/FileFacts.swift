#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What the system knows about a file.
struct FileFacts: Hashable {
    enum Kind: Hashable {
        case file, folder, other
    }

    let kind: Kind
    /// The permissions, without the bits that make a program run as somebody else.
    let mode: mode_t
    let owner: uid_t
    let group: gid_t
    let size: Int
    /// When it was last written to, in seconds since 1970.
    let changed: Double
    private let device: UInt64
    private let number: UInt64

    init(_ status: stat) {
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            default: .other
            }
        mode = status.st_mode & 0o777
        owner = status.st_uid
        group = status.st_gid
        size = Int(status.st_size)
        changed = Double(status.st_mtim.tv_sec)
        device = UInt64(status.st_dev)
        number = UInt64(status.st_ino)
    }

    /// Whether both are the same file, whatever its name.
    func isSameFile(as other: FileFacts) -> Bool {
        device == other.device && number == other.number
    }

    /// Whether it belongs to the user that this process acts as.
    var isOurs: Bool { owner == geteuid() }
    /// Whether others than the owner may write to it.
    var isWritableByOthers: Bool { mode & 0o022 != 0 }
    /// Whether others than the owner may do anything with it.
    var isOpenToOthers: Bool { mode & 0o077 != 0 }
}
