import HTTP
import Sinks
import Synchronization

/// Streams a body to a file.
///
/// The transport's thread writes: the bytes go to the page cache, which is no slower than copying them elsewhere first,
/// and nothing piles up in memory. What waits for the disk, `fsync`, is done later by the store of the outputs.
final class DownloadWriter: BodyWriter {
    private let file: DownloadFile
    private let state = Mutex<SinkError?>(nil)

    init(_ file: DownloadFile) {
        self.file = file
    }

    /// Why the file could not be written.
    var failure: SinkError? { state.withLock { $0 } }

    func begin(_ head: BodyHead) throws {
        try noting { () throws(SinkError) in try file.begin() }
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws {
        try noting { () throws(SinkError) in try file.write(bytes) }
    }

    private func noting(_ body: () throws(SinkError) -> Void) throws(SinkError) {
        do throws(SinkError) {
            try body()
        } catch {
            state.withLock { $0 = error }
            throw error
        }
    }
}
