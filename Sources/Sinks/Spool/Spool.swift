#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif
import Synchronization

/// Records that are put aside on the disk for later calls: JSON Lines in a file that has no name.
///
/// It goes away with its last user, however the process ends. Several threads may use it at the same time.
public final class Spool: Sendable {
    private struct Contents {
        var writer = JSONLinesEncoder()
        var buffer = OutputBuffer()
        var count = 0
        var length = 0
    }

    /// The name that messages call it by.
    let path: String
    let file: FileDescriptor
    private let contents = Mutex(Contents())

    /// Makes a spool in a folder.
    ///
    /// - Throws: that no file can be made there.
    public init(in folder: String) throws(SinkError) {
        let name = StagingName.newPath(beside: PathParts.join(folder, "spool"))
        path = "a temporary file in \(folder)"
        file = try SinkError.wrapping(.open, path, try Self.makeFile(name))
    }

    private static func makeFile(_ name: String) throws(SystemError) -> FileDescriptor {
        let file = try FileDescriptor.open(name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o600)
        try SystemError.check { unlink(name) }
        return file
    }

    /// How many records it holds.
    public var count: Int { contents.withLock { $0.count } }

    /// How many bytes they take.
    var length: Int { contents.withLock { $0.length } }

    /// Adds the records of a page.
    ///
    /// - Throws: what the system says, such as that the disk is full.
    public func append(_ batch: RecordBatch) throws(SinkError) {
        try contents.withLock { contents throws(SinkError) in
            for record in batch.records {
                contents.writer.encode(record, to: &contents.buffer.bytes)
                if contents.buffer.isFull { try flush(&contents) }
            }
            try flush(&contents)
            contents.count += batch.records.count
        }
    }

    private func flush(_ contents: inout Contents) throws(SinkError) {
        try contents.buffer.flush { bytes throws(SinkError) in
            try SinkError.wrapping(.write, path, try file.writeAll(bytes, counting: &contents.length))
        }
    }

    /// Reads the records from the first one on; each reader by itself.
    public func reader() -> SpoolReader {
        SpoolReader(self)
    }
}
