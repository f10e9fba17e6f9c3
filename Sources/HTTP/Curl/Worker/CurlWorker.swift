import Synchronization

/// A thread with the connections of one identity.
final class CurlWorker: Sendable {
    private let mailbox = CurlMailbox()
    private let count = Atomic(0)

    /// Starts the thread, which loads libcurl if nobody has yet; nil when there is none to be had.
    init?() {
        guard DetachedThread.start({ [mailbox] in Self.work(with: mailbox) }) else { return nil }
    }

    private static func work(with mailbox: CurlMailbox) {
        if let problem = CurlGlobal.problem {
            mailbox.close(because: problem)
        } else if let multi = CurlMulti() {
            CurlLoop(mailbox, multi).run()
        } else {
            mailbox.close(because: "there is no memory to be had")
        }
    }

    /// Runs a transfer to its end.
    func run(_ plan: TransferPlan) async -> Result<HTTPResponse, TransferError> {
        let id = count.add(1, ordering: .relaxed).newValue
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                mailbox.start(Transfer(plan, id: id, continuation))
                // The handler came too early for a task that was cancelled before.
                if Task.isCancelled { mailbox.cancel(id) }
            }
        } onCancel: {
            mailbox.cancel(id)
        }
    }

    /// Asks the thread to end with all that is under way.
    func stop() {
        mailbox.stop()
    }

    /// Waits until the thread has ended.
    func waitForEnd() async {
        await withCheckedContinuation { mailbox.whenClosed($0) }
    }
}
