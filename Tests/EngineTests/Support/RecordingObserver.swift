import Synchronization

@testable import Engine

/// Remembers the events of a run.
final class RecordingObserver: RunObserver {
    private let recorded = Mutex<[RunEvent]>([])

    func observe(_ event: RunEvent) {
        recorded.withLock { $0.append(event) }
    }

    var events: [RunEvent] { recorded.withLock { $0 } }
}
