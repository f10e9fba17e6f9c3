import HTTP
import Synchronization

/// Keeps what it is given.
final class CollectingWriter: BodyWriter {
    private struct State {
        var bytes: [UInt8] = []
        var begins = 0
    }

    private let state = Mutex(State())

    var text: String { state.withLock { String(decoding: $0.bytes, as: UTF8.self) } }
    /// How often a body began.
    var begins: Int { state.withLock { $0.begins } }

    func begin(_ head: BodyHead) throws {
        state.withLock { state in
            state.bytes = []
            state.begins += 1
        }
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws {
        state.withLock { $0.bytes += bytes }
    }
}
