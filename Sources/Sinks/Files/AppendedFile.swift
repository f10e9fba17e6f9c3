#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A file that is added to; until a checkpoint what was added can be cut off again.
///
/// It is locked while it is open, so that two runs do not mix their lines. Nothing is cut off a file that another
/// program has written to meanwhile.
final class AppendedFile: AppendingDestination {
    private let path: String
    private let folder: String
    private let identity: FileIdentity
    private let isNew: Bool
    private var descriptor: FileDescriptor?
    private var isEnded = false
    /// The length to go back to.
    private var base: Int
    /// The length with what was added.
    private var length: Int
    /// Whether the last line has no end: it gets one, so that the first record stands by itself.
    private var lacksLineEnd: Bool

    /// Opens a file, or makes it.
    ///
    /// - Parameter isText: whether it is made of lines.
    init(_ path: String, isText: Bool = true) throws(SinkError) {
        self.path = path
        folder = PathParts.folder(of: path)
        do throws(SystemError) {
            let opened = try Self.open(path)
            guard try opened.descriptor.tryLock() else { throw SystemError(code: EWOULDBLOCK) }
            let status = try opened.descriptor.status()
            let last = try opened.descriptor.bytes(at: max(status.size - 1, 0), count: 1)
            descriptor = opened.descriptor
            isNew = opened.isNew
            identity = status.identity
            base = status.size
            length = status.size
            lacksLineEnd = isText && !last.isEmpty && last != [UInt8(ascii: "\n")]
        } catch {
            Folders.removeIfMadeAndEmpty(folder)
            throw SinkError(error, path: path, operation: .open)
        }
    }

    private static func open(_ path: String) throws(SystemError) -> (descriptor: FileDescriptor, isNew: Bool) {
        let flags = O_RDWR | O_APPEND | O_NOFOLLOW
        do {
            return (try FileDescriptor.open(path, flags), false)
        } catch {
            guard error.code == ENOENT else { throw error }
        }
        try Folders.make(PathParts.folder(of: path))
        return (try FileDescriptor.open(path, flags | O_CREAT | O_EXCL), true)
    }

    /// The beginning of the file as it was, up to a number of bytes.
    func head(_ count: Int) throws(SinkError) -> [UInt8] {
        guard let descriptor else { throw .closed(path) }
        return try SinkError.wrapping(.read, path, try descriptor.bytes(at: 0, count: min(count, base)))
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(SinkError) {
        guard let descriptor else { throw .closed(path) }
        if lacksLineEnd {
            let lineEnd: [UInt8] = [UInt8(ascii: "\n")]
            try lineEnd.span.bytes.withUnsafeBytes { byte throws(SinkError) in
                try SinkError.wrapping(.write, path, try descriptor.writeAll(byte, counting: &length))
            }
            lacksLineEnd = false
        }
        try SinkError.wrapping(.write, path, try descriptor.writeAll(bytes, counting: &length))
    }

    func checkpoint() throws(SinkError) {
        guard let descriptor else { return }
        try SinkError.wrapping(.write, path, try descriptor.synchronize())
        base = length
    }

    func restart() throws(SinkError) {
        guard let descriptor else { throw .closed(path) }
        try cut(descriptor)
    }

    func finish() throws(SinkError) {
        guard let descriptor else { return }
        try SinkError.wrapping(.finish, path, try descriptor.synchronize())
        self.descriptor = nil
    }

    func publish() throws(SinkError) {}

    func seal() throws(SinkError) {
        isEnded = true
    }

    func rollback() throws(SinkError) {
        guard !isEnded else { return }
        isEnded = true
        let isOfNoUse = isNew && base == 0
        guard length > base || isOfNoUse else {
            descriptor = nil
            return
        }
        let file = try SinkError.wrapping(.rollback, path, try openedAgain())
        descriptor = nil
        try cut(file)
        guard isOfNoUse else { return }
        try SinkError.wrapping(.rollback, path, try SystemError.check { unlink(path) })
        Folders.removeIfMadeAndEmpty(folder)
    }

    var appendPoint: AppendPoint? {
        AppendPoint(path: Folders.absolute(path), identity: identity, length: base)
    }

    var changedFolders: [String] { isNew ? Folders.changed(byFileIn: folder) : [] }

    private func openedAgain() throws(SystemError) -> FileDescriptor {
        if let descriptor { return descriptor }
        return try .open(path, O_RDWR | O_NOFOLLOW)
    }

    /// Cuts off what was added.
    private func cut(_ descriptor: FileDescriptor) throws(SinkError) {
        let status = try SinkError.wrapping(.rollback, path, try descriptor.status())
        guard status.identity == identity, status.size == length else {
            throw SinkError(
                .busy, path: path, operation: .rollback, message: "another program has written to it meanwhile",
                advice: "see what stands in it behind byte \(base)")
        }
        try SinkError.wrapping(.rollback, path, try descriptor.truncate(to: base))
        length = base
    }
}
