import Synchronization

/// The way from any thread to the thread of a worker.
final class CurlMailbox: Sendable {
    /// What has come in since the last look.
    struct Mail {
        var transfers: [Transfer] = []
        var cancellations: [Int] = []
        var isStopping = false
    }

    private struct State {
        var mail = Mail()
        var isClosed = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    let multi: CurlMulti
    private let state = Mutex(State())

    init(_ multi: CurlMulti) {
        self.multi = multi
    }

    /// Hands over a transfer, which ends as cancelled when the worker has ended.
    func start(_ transfer: Transfer) {
        if !post({ $0.transfers.append(transfer) }) { transfer.cancel() }
    }

    /// Ends a transfer, if it is still under way.
    func cancel(_ id: Int) {
        post { $0.cancellations.append(id) }
    }

    func stop() {
        post { $0.isStopping = true }
    }

    /// Takes out what has come in.
    func take() -> Mail {
        state.withLock { state in
            defer { state.mail = Mail(isStopping: state.mail.isStopping) }
            return state.mail
        }
    }

    /// Closes the mailbox: what comes now is refused.
    ///
    /// - Returns: the transfers that came in too late.
    func close() -> [Transfer] {
        let (late, waiting) = state.withLock { state in
            state.isClosed = true
            multi.cleanUp()
            return (state.mail.transfers, state.waiting)
        }
        for continuation in waiting { continuation.resume() }
        return late
    }

    /// Resumes when the mailbox is closed.
    func whenClosed(_ continuation: CheckedContinuation<Void, Never>) {
        let isClosed = state.withLock { state in
            if !state.isClosed { state.waiting.append(continuation) }
            return state.isClosed
        }
        if isClosed { continuation.resume() }
    }

    @discardableResult
    private func post(_ change: (inout Mail) -> Void) -> Bool {
        // Woken up under the lock, the handle is never one that has been cleaned up.
        state.withLock { state in
            guard !state.isClosed else { return false }
            change(&state.mail)
            multi.wakeUp()
            return true
        }
    }
}
