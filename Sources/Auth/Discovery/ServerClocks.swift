import HTTP
import Synchronization

/// How far the clocks of servers are ahead of ours, for those whose refusal showed it.
final class ServerClocks: Sendable {
    /// More servers than that a run does not have.
    private static let limit = 256

    private let offsets = Mutex<[Origin: Double]>([:])

    /// The seconds to add to our time for a server.
    func offset(of origin: Origin?) -> Double {
        guard let origin else { return 0 }
        return offsets.withLock { $0[origin] ?? 0 }
    }

    /// Notes how far ahead a server's clock is.
    func note(_ offset: Double, of origin: Origin?) {
        guard let origin else { return }
        offsets.withLock { offsets in
            if offsets.count >= Self.limit, offsets[origin] == nil { return }
            offsets[origin] = offset
        }
    }
}
