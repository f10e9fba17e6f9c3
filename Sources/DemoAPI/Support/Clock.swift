import Foundation
import Synchronization

/// The server's clock, which a test may set wrong.
final class Clock: Sendable {
    private let offset = Mutex(0.0)

    /// How many seconds it is ahead.
    var error: Double {
        get { offset.withLock { $0 } }
        set { offset.withLock { $0 = newValue } }
    }

    /// Seconds since 1970.
    var now: Double { Date().timeIntervalSince1970 + error }

    /// The instant as RFC 3339 writes it, to the second and in UTC.
    static func text(_ seconds: Double) -> String {
        Date(timeIntervalSince1970: seconds.rounded(.down)).formatted(.iso8601)
    }
}
