import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A thread with the connections of one identity.
final class CurlWorker: Sendable {
    private let mailbox: CurlMailbox
    private let count = Atomic(0)

    /// Starts the thread; nil when there is none to be had.
    init?() {
        guard CurlGlobal.isReady, let multi = CurlMulti() else { return nil }
        mailbox = CurlMailbox(multi)
        guard Self.startThread({ [mailbox] in CurlLoop(mailbox).run() }) else { return nil }
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

    private final class Body {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    private static func startThread(_ run: @escaping @Sendable () -> Void) -> Bool {
        let body = Unmanaged.passRetained(Body(run))
        // A new thread inherits what is blocked here. Signals are for others, and SIGPIPE would come from OpenSSL.
        var all = sigset_t()
        var before = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        var thread = pthread_t()
        let result = pthread_create(
            &thread, nil,
            { argument in
                if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
                return nil
            }, body.toOpaque())
        guard result == 0 else {
            body.release()
            return false
        }
        pthread_detach(thread)
        return true
    }
}
