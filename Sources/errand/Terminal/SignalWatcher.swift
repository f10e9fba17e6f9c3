import Dispatch
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Turns SIGINT and SIGTERM into a call of our own.
///
/// An async `main` leaves the first thread to libdispatch, which waits there with no signal blocked; so it is
/// libdispatch that has to hand the signals on.
final class SignalWatcher: Sendable {
    /// The number of SIGTERM.
    static let terminate = SIGTERM

    private let handler: @Sendable (Int32) -> Void
    private let sources = Mutex<[any DispatchSourceSignal]>([])

    /// Makes a watcher that does nothing until ``start()``.
    ///
    /// - Parameter handler: is called with the number of the first signal; a second one ends the process at once.
    init(_ handler: @escaping @Sendable (Int32) -> Void) {
        self.handler = handler
    }

    /// Watches from now on, as long as the watcher lives.
    func start() {
        sources.withLock { sources in
            guard sources.isEmpty else { return }
            // A closed pipe is an error of the write, not the end.
            signal(SIGPIPE, SIG_IGN)
            let first = FirstSignal()
            sources = [SIGINT, SIGTERM].map { number in
                // Otherwise the signal would do what it does by default besides.
                signal(number, SIG_IGN)
                let source = DispatchSource.makeSignalSource(signal: number)
                source.setEventHandler { [handler] in
                    if first.isTaken() { _exit(128 + number) }
                    handler(number)
                }
                source.activate()
                return source
            }
        }
    }

    /// Tells the first signal from later ones.
    private final class FirstSignal: Sendable {
        private let count = Atomic(0)

        func isTaken() -> Bool { count.add(1, ordering: .relaxed).oldValue > 0 }
    }
}
