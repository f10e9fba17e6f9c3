import Foundation

/// Reads what a sink writes to a pipe.
///
/// `@unchecked`: `data` is read only after `isDone` was signalled.
final class PipeReader: @unchecked Sendable {
    private let pipe = Pipe()
    private let isDone = DispatchSemaphore(value: 0)
    private var data = Data()

    /// - Parameter isNonBlocking: whether writes fail instead of waiting when the pipe is full.
    init(isNonBlocking: Bool = false) {
        if isNonBlocking { _ = fcntl(pipe.fileHandleForWriting.fileDescriptor, F_SETFL, O_NONBLOCK) }
        Thread.detachNewThread { [self] in
            data = (try? pipe.fileHandleForReading.readToEnd()) ?? Data()
            isDone.signal()
        }
    }

    /// The path of the end to write to.
    var path: String { "/dev/fd/\(pipe.fileHandleForWriting.fileDescriptor)" }

    /// Everything that came, after the sink has closed its end.
    func text() throws -> String {
        try pipe.fileHandleForWriting.close()
        isDone.wait()
        return String(decoding: data, as: UTF8.self)
    }
}
