import HTTP
import Synchronization

/// Keeps what a token source sent and was answered, while it passes everything on.
final class ExchangeRecorder: RunObserver {
    /// A request, and its answer when one came.
    struct Exchange: Sendable {
        let request: HTTPRequest
        var response: HTTPResponse?
        /// When the answer came, in seconds since 1970.
        var answeredAt: Double?
    }

    /// No source needs more to get a token; a server that makes it ask again and again must not fill the memory.
    private static let limit = 50

    private let source: String
    private let next: any RunObserver
    private let clock: any HTTPClock
    private let kept = Mutex(Kept())

    private struct Kept {
        var exchanges: [Exchange] = []
        /// The requests after those that are kept.
        var omitted = 0
    }

    init(source: String, passingOnTo next: any RunObserver, clock: any HTTPClock) {
        self.source = source
        self.next = next
        self.clock = clock
    }

    /// What was sent for the source itself, in order.
    var exchanges: [Exchange] { kept.withLock { $0.exchanges } }

    /// How many requests more were sent.
    var omitted: Int { kept.withLock { $0.omitted } }

    func observe(_ event: RunEvent) {
        next.observe(event)
        guard case .tokenExchange(source, let event) = event else { return }
        kept.withLock { kept in
            switch event {
            case .requestSent(let request, _):
                if kept.exchanges.count < Self.limit {
                    kept.exchanges.append(Exchange(request: request))
                } else {
                    kept.omitted += 1
                }
            // The answer to a request that is not kept belongs to none of the others.
            case .responseReceived(let response) where kept.omitted == 0 && !kept.exchanges.isEmpty:
                kept.exchanges[kept.exchanges.count - 1].response = response
                kept.exchanges[kept.exchanges.count - 1].answeredAt = clock.wallClock()
            default: break
            }
        }
    }
}
