#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A file that is written beside its target and takes its place when it is published.
final class StagedFile: Destination, StagedOutput {
    private enum State {
        case open(FileDescriptor)
        case finished
        case published(Publication)
        case ended
    }

    private let target: String
    private let path: String
    private var state: State

    /// Makes the temporary file, so that a folder that cannot be written is known at once.
    init(_ target: String, replacing existing: FileStatus?) throws(SinkError) {
        if existing != nil, faccessat(AT_FDCWD, target, W_OK, AT_EACCESS) != 0 {
            throw SinkError(.last, path: target, operation: .open)
        }
        do throws(SystemError) {
            let made = try StagingFolder.makeFile(beside: target, mode: existing?.mode)
            path = made.path
            state = .open(made.descriptor)
        } catch {
            Folders.removeIfMadeAndEmpty(PathParts.folder(of: target))
            throw SinkError(error, path: target, operation: .open)
        }
        self.target = target
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(SinkError) {
        let descriptor = try openDescriptor()
        var count = 0
        try SinkError.wrapping(.write, target, try descriptor.writeAll(bytes, counting: &count))
    }

    func restart() throws(SinkError) {
        let descriptor = try openDescriptor()
        try SinkError.wrapping(.write, target, try descriptor.truncate(to: 0))
    }

    func checkpoint() throws(SinkError) {}

    func finish() throws(SinkError) {
        guard case .open(let descriptor) = state else { return }
        try SinkError.wrapping(.finish, target, try descriptor.synchronize())
        state = .finished
    }

    func publish() throws(SinkError) {
        guard case .finished = state else { return }
        state = .published(try SinkError.wrapping(.publish, target, try Publication.publish(path, as: target)))
    }

    func seal() throws(SinkError) {
        guard case .published(let publication) = state else { return }
        state = .ended
        try SinkError.wrapping(.publish, target, try publication.seal())
    }

    func rollback() throws(SinkError) {
        defer { state = .ended }
        try SinkError.wrapping(.rollback, target, try takeBack())
        Folders.removeIfMadeAndEmpty(PathParts.folder(of: target))
    }

    private func takeBack() throws(SystemError) {
        switch state {
        case .open, .finished: try SystemError.check { unlink(path) }
        case .published(let publication): try publication.takeBack()
        case .ended: break
        }
    }

    var pendingPublication: PendingPublication? {
        guard case .finished = state else { return nil }
        return PendingPublication(staged: Folders.absolute(path), target: Folders.absolute(target))
    }

    var changedFolders: [String] { Folders.changed(byFileIn: PathParts.folder(of: target)) }

    private func openDescriptor() throws(SinkError) -> FileDescriptor {
        guard case .open(let descriptor) = state else { throw .closed(target) }
        return descriptor
    }
}
