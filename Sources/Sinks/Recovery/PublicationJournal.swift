#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif
import JSON

/// A note of the files that are about to be published, so that a run that dies half way is completed by the next.
///
/// Each publication has a file of its own in the folder, which is locked as long as its process lives.
public struct PublicationJournal: Sendable, Hashable {
    private static let ending = ".json"
    /// How long a note may be that is read.
    private static let sizeLimit = 64 << 20

    private let folder: String

    /// The journals of a folder, such as `$XDG_STATE_HOME/errand/journals`; it is made when it is needed, for its owner
    /// alone.
    public init(folder: String) {
        self.folder = folder
    }

    /// Completes what runs that died have left half published: all that stands in a note and was not renamed yet.
    ///
    /// - Returns: the files that were put in their place.
    /// - Throws: the first failure, after everything was tried; what failed is tried again the next time.
    @discardableResult
    public func recover() throws(SinkError) -> [String] {
        var published: [String] = []
        var failure: SinkError?
        for name in Folders.names(in: folder).sorted() where name.hasSuffix(Self.ending) {
            do throws(SinkError) {
                published += try recover(PathParts.join(folder, name))
            } catch {
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
        return published
    }

    private func recover(_ path: String) throws(SinkError) -> [String] {
        let bytes: [UInt8]
        let file: FileDescriptor
        do throws(SystemError) {
            file = try FileDescriptor.open(path, O_RDWR | O_NOFOLLOW | O_NONBLOCK)
            guard try file.tryLock() else { return [] }
            // The process that had the lock may have been done with it meanwhile.
            guard try FileStatus.at(path)?.identity == file.status().identity else { return [] }
            bytes = try file.bytes(at: 0, count: min(try file.status().size, Self.sizeLimit))
        } catch {
            if error.code == ENOENT { return [] }
            throw SinkError(error, path: path, operation: .read)
        }
        guard let renames = PublicationNote(bytes)?.renames else {
            throw SinkError(
                .failed, path: path, operation: .read, message: "it is no note of a publication",
                advice: "remove it, and see whether the outputs of the last run are complete")
        }
        var published: [String] = []
        for rename in renames where try rename.complete() { published.append(rename.target) }
        for folder in Set(renames.map { PathParts.folder(of: $0.target) }).sorted() {
            guard (try? FileStatus.behind(folder)?.kind) == .folder else { continue }
            try Folders.synchronize(folder)
            // The old files that the run has kept beside the new ones.
            StagingFolder.sweep(folder)
        }
        unlink(path)
        return published
    }

    /// Notes what is about to be renamed; one file by itself is published or not, and needs no note.
    ///
    /// - Returns: what is to be removed when it is done; nil when nothing had to be noted.
    func note(_ publications: [PendingPublication]) throws(SinkError) -> Entry? {
        guard publications.count > 1 else { return nil }
        let path = PathParts.join(
            folder, "\(getpid())-\(String(UInt64.random(in: .min ... .max), radix: 16))\(Self.ending)")
        return try SinkError.wrapping(.publish, path, try write(publications, to: path))
    }

    private func write(_ publications: [PendingPublication], to path: String) throws(SystemError) -> Entry {
        var renames: [PublicationNote.Rename] = []
        for publication in publications {
            guard let status = try FileStatus.at(publication.staged) else { throw SystemError(code: ENOENT) }
            renames.append(
                PublicationNote.Rename(
                    staged: publication.staged, target: publication.target, identity: status.identity))
        }
        try Folders.make(PathParts.folder(of: folder))
        if mkdir(folder, 0o700) != 0, errno != EEXIST { throw .last }
        // Under another name until it is whole.
        let draft = path + ".new"
        let file = try FileDescriptor.open(draft, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o600)
        do {
            _ = try file.tryLock()
            var count = 0
            let bytes = PublicationNote(renames: renames).bytes
            try bytes.span.bytes.withUnsafeBytes { (bytes) throws(SystemError) in
                try file.writeAll(bytes, counting: &count)
            }
            try file.synchronize()
            try SystemError.check { rename(draft, path) }
        } catch {
            unlink(draft)
            throw error
        }
        try FileDescriptor.open(folder, O_RDONLY | O_DIRECTORY).synchronize()
        return Entry(path: path, file: file)
    }

    /// A note that was written.
    struct Entry {
        fileprivate let path: String
        /// Holds the lock.
        fileprivate let file: FileDescriptor

        /// Everything is in its place, or as it was before; a note that stays is found to be done the next time.
        func remove() { unlink(path) }
    }
}
