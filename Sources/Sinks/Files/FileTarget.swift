#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What a path of an output leads to.
enum FileTarget {
    /// A file, or a name that is free; symbolic links are resolved.
    case file(path: String, existing: FileStatus?)
    /// A pipe or a device, which is written directly.
    case stream(FileDescriptor)

    /// Looks at a path.
    ///
    /// - Throws: that nothing can be written there.
    init(_ path: String) throws(SinkError) {
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw Self.unsuitable(path, "it is not the name of a file")
        }
        self = try SinkError.wrapping(.open, path, try Self.find(path))
        guard case .file(_, let existing) = self else { return }
        switch existing?.kind {
        case .folder: throw SinkError(SystemError(code: EISDIR), path: path, operation: .open)
        case .other: throw Self.unsuitable(path, "it is a socket or a disk")
        case nil where path.utf8.last == UInt8(ascii: "/"):
            throw Self.unsuitable(path, "its name ends with a slash", advice: "name a file in the folder")
        default: break
        }
    }

    /// How many symbolic links may follow each other, as in the kernel.
    private static let linkLimit = 40

    private static func find(_ path: String) throws(SystemError) -> FileTarget {
        if let number = descriptorNumber(path) { return .stream(try .duplicate(number)) }
        var path = path
        for _ in 0..<linkLimit {
            let status = try FileStatus.at(path)
            switch status?.kind {
            case .link: path = PathParts.join(PathParts.folder(of: path), try destination(ofLink: path))
            case .pipe, .characterDevice: return .stream(try openStream(path))
            default: return .file(path: path, existing: status)
            }
        }
        throw SystemError(code: ELOOP)
    }

    private static func destination(ofLink path: String) throws(SystemError) -> String {
        let size = Int(PATH_MAX)
        var buffer = [CChar](repeating: 0, count: size)
        let count = try SystemError.check { readlink(path, &buffer, size) }
        return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Opens a pipe without waiting for a reader: one that never comes would hold the run for ever.
    private static func openStream(_ path: String) throws(SystemError) -> FileDescriptor {
        let descriptor = try FileDescriptor.open(path, O_WRONLY | O_NOCTTY | O_NONBLOCK)
        try descriptor.waitForWrites()
        return descriptor
    }

    /// The number in a path that stands for an open descriptor.
    ///
    /// Opening such a path would give a file a second place to write at, and fails for a socket, which is what stdout
    /// is under systemd.
    private static func descriptorNumber(_ path: String) -> Int32? {
        switch path {
        case "/dev/stdout": return 1
        case "/dev/stderr": return 2
        default:
            let prefix = ["/dev/fd/", "/proc/self/fd/"].first { path.hasPrefix($0) }
            guard let prefix, let number = Int32(path.dropFirst(prefix.count)), number >= 0 else { return nil }
            return number
        }
    }

    private static func unsuitable(_ path: String, _ message: String, advice: String? = nil) -> SinkError {
        SinkError(.unsuitable, path: path, operation: .open, message: message, advice: advice)
    }
}
