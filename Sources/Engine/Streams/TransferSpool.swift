import HTTP
import Synchronization

/// The bytes of a body on their way from the transport, which must not wait, to a reader that takes its time.
///
/// They go through files without a name, so that memory stays flat however far the reader is behind. Each holds a
/// segment, and goes away when it is read: the disk holds no more than the reader is behind.
final class TransferSpool: BodyWriter {
    /// What a reader gets.
    enum Part {
        case bytes([UInt8])
        /// The body is whole, and read.
        case end
        /// There is nothing more to come, as the transfer has failed or was stopped.
        case broken
    }

    /// The body began anew after some of it had been read.
    struct BrokenOff: Error, CustomStringConvertible {
        let description = "the connection broke, and the server sent the body anew from its beginning"
    }

    private enum Ending {
        case whole, broken
    }

    private struct State {
        var head: BodyHead?
        var isWanted = false
        var length = 0
        var consumed = 0
        var ending: Ending?
        var failure: String?
        var waiting: CheckedContinuation<Void, Never>?
        /// The files that are not read to their end, the number of the first of them, and those that are.
        var segments: [UnnamedFile] = []
        var firstSegment = 0

        /// Whether a reader has something to do.
        var isReadable: Bool { ending != nil || length - consumed >= TransferSpool.readAhead }
    }

    /// How much has to be there before it is read: until then an attempt that fails is made again from the beginning,
    /// as if nothing had come.
    static let readAhead = 1 << 20
    private static let readSize = 128 << 10
    private static let segmentSize = 16 << 20

    private let folder: String
    private let accepts: @Sendable (BodyHead) -> Bool
    private let state = Mutex(State())

    /// Makes a spool.
    ///
    /// - Parameter accepts: whether the body of an answer is what is wanted; any other is dropped.
    init(in folder: String, accepts: @escaping @Sendable (BodyHead) -> Bool) {
        self.folder = folder
        self.accepts = accepts
    }

    /// The head of the answer whose body is read; nil while there is none.
    var head: BodyHead? { state.withLock { $0.isWanted ? $0.head : nil } }

    /// Why the bytes could not be put aside, or taken.
    var failure: String? { state.withLock { $0.failure } }

    func begin(_ head: BodyHead) throws {
        let isWanted = accepts(head)
        try noting {
            try state.withLock { state in
                guard state.consumed == 0 else { throw BrokenOff() }
                (state.head, state.isWanted, state.length) = (head, isWanted, 0)
                state.segments = []
            }
        }
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let (isWanted, length) = state.withLock { ($0.isWanted, $0.length) }
            guard isWanted else { return }
            let offset = length % Self.segmentSize
            let part = UnsafeRawBufferPointer(rebasing: rest.prefix(Self.segmentSize - offset))
            try noting { try segment(at: length).write(part, at: offset) }
            change { $0.length += part.count }
            rest = rest.dropFirst(part.count)
        }
    }

    /// Says that no more bytes will come.
    ///
    /// - Parameter isWhole: whether all of them came.
    func end(isWhole: Bool) {
        change { $0.ending = $0.ending ?? (isWhole ? .whole : .broken) }
    }

    /// The next bytes, waited for.
    func next() async throws(UnnamedFile.Failure) -> Part {
        while true {
            let (consumed, available, ending) = state.withLock { state in
                (state.consumed, state.isReadable ? state.length - state.consumed : 0, state.ending)
            }
            if ending == .broken { return .broken }
            if available > 0 {
                // Noted before it is read: from here on the body must not begin anew.
                let offset = consumed % Self.segmentSize
                let count = min(available, Self.readSize, Self.segmentSize - offset)
                let file = state.withLock { state in
                    state.consumed += count
                    return state.segments[consumed / Self.segmentSize - state.firstSegment]
                }
                let bytes = try file.read(count, at: offset)
                if offset + count == Self.segmentSize { dropSegment() }
                return .bytes(bytes)
            }
            if ending == .whole { return .end }
            await withCheckedContinuation { continuation in
                let isReadable = state.withLock { state in
                    if !state.isReadable { state.waiting = continuation }
                    return state.isReadable
                }
                if isReadable { continuation.resume() }
            }
        }
    }

    /// The file that a place of the body is in, made when it is not there.
    private func segment(at length: Int) throws -> UnnamedFile {
        // Only the transport's thread adds files, one when the last is full.
        if length % Self.segmentSize != 0, let file = state.withLock({ $0.segments.last }) { return file }
        let file = try UnnamedFile(in: folder)
        state.withLock { $0.segments.append(file) }
        return file
    }

    private func dropSegment() {
        state.withLock { state in
            state.segments.removeFirst()
            state.firstSegment += 1
        }
    }

    private func change(_ body: (inout State) -> Void) {
        let continuation = state.withLock { state -> CheckedContinuation<Void, Never>? in
            body(&state)
            guard state.isReadable else { return nil }
            defer { state.waiting = nil }
            return state.waiting
        }
        continuation?.resume()
    }

    private func noting(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch {
            state.withLock { $0.failure = "\(error)" }
            throw error
        }
    }
}
