import CCurl

/// What the thread of a worker does; nothing here is touched by any other.
final class CurlLoop {
    /// The longest sleep, in milliseconds; whatever happens ends it sooner.
    private static let longestWait = 60_000.0

    private let mailbox: CurlMailbox
    private let multi: CurlMulti
    private var transfers: [UnsafeMutableRawPointer: Transfer] = [:]

    init(_ mailbox: CurlMailbox, _ multi: CurlMulti) {
        self.mailbox = mailbox
        self.multi = multi
    }

    /// Works until it is asked to stop.
    func run() {
        mailbox.open(multi)
        while open(mailbox.take()) {
            multi.perform()
            let now = ContinuousClock.now
            while let ended = multi.nextEnded() { finish(ended.handle, ended.code) }
            multi.wait(milliseconds: endIdleTransfers(at: now))
        }
        for handle in transfers.keys { take(handle)?.cancel() }
        mailbox.close()
    }

    /// Does what the mail asks for; false when that is to stop.
    private func open(_ mail: CurlMailbox.Mail) -> Bool {
        for transfer in mail.transfers { start(transfer) }
        for id in mail.cancellations {
            guard let (handle, _) = transfers.first(where: { $0.value.id == id }) else { continue }
            take(handle)?.cancel()
        }
        return !mail.isStopping
    }

    private func start(_ transfer: Transfer) {
        guard let handle = transfer.open(at: .now) else { return }
        transfers[handle] = transfer
        if curl_multi_add_handle(multi.pointer, handle) != CURLM_OK { finish(handle, CURLE_FAILED_INIT) }
    }

    private func finish(_ handle: UnsafeMutableRawPointer, _ code: CURLcode) {
        take(handle)?.finish(code)
    }

    private func take(_ handle: UnsafeMutableRawPointer) -> Transfer? {
        guard let transfer = transfers.removeValue(forKey: handle) else { return nil }
        curl_multi_remove_handle(multi.pointer, handle)
        return transfer
    }

    /// Ends the transfers that were silent for too long.
    ///
    /// - Returns: the milliseconds until the next one may have been.
    private func endIdleTransfers(at now: ContinuousClock.Instant) -> Int32 {
        var wait = Self.longestWait
        for (handle, transfer) in transfers {
            let left = now.duration(to: transfer.idleDeadline(at: now))
            guard left > .zero else {
                take(handle)?.endAsIdle()
                continue
            }
            wait = min(wait, left / .milliseconds(1))
        }
        return Int32(wait.rounded(.up))
    }
}
