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
        /// What wakes the worker; nil until libcurl is there, and after the end.
        var multi: CurlMulti?
        var isClosed = false
        /// Why the worker could not do anything.
        var problem: String?
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    /// Hands over a transfer, which ends as cancelled when the worker has ended.
    func start(_ transfer: Transfer) {
        if !post({ $0.transfers.append(transfer) }) { refuse(transfer) }
    }

    /// Ends a transfer, if it is still under way.
    func cancel(_ id: Int) {
        post { $0.cancellations.append(id) }
    }

    func stop() {
        post { $0.isStopping = true }
    }

    /// Lets those who post wake up the worker.
    func open(_ multi: CurlMulti) {
        state.withLock { $0.multi = multi }
    }

    /// Takes out what has come in.
    func take() -> Mail {
        state.withLock { state in
            defer { state.mail = Mail(isStopping: state.mail.isStopping) }
            return state.mail
        }
    }

    /// Closes the mailbox: what comes now, and what has not been taken out, is refused.
    ///
    /// - Parameter problem: why nothing could be done; nil when it is closed because it was asked to.
    func close(because problem: String? = nil) {
        let (late, waiting) = state.withLock { state in
            state.isClosed = true
            state.problem = problem
            state.multi?.cleanUp()
            state.multi = nil
            return (state.mail.transfers, state.waiting)
        }
        for transfer in late { refuse(transfer) }
        for continuation in waiting { continuation.resume() }
    }

    /// Resumes when the mailbox is closed.
    func whenClosed(_ continuation: CheckedContinuation<Void, Never>) {
        let isClosed = state.withLock { state in
            if !state.isClosed { state.waiting.append(continuation) }
            return state.isClosed
        }
        if isClosed { continuation.resume() }
    }

    private func refuse(_ transfer: Transfer) {
        if let problem = state.withLock({ $0.problem }) { transfer.fail(problem) } else { transfer.cancel() }
    }

    @discardableResult
    private func post(_ change: (inout Mail) -> Void) -> Bool {
        // Woken up under the lock, the handle is never one that has been cleaned up.
        state.withLock { state in
            guard !state.isClosed else { return false }
            change(&state.mail)
            state.multi?.wakeUp()
            return true
        }
    }
}
