/// When something last came or went.
struct TransferActivity: Sendable {
    private var last = ContinuousClock.now
    private var hasNews = false
    private var sent = 0

    mutating func begin(at now: ContinuousClock.Instant) {
        last = now
    }

    /// Something came or went since the last look; cheaper than asking for the time.
    mutating func note() {
        hasNews = true
    }

    /// When the silence has been too long.
    ///
    /// - Parameter sent: the bytes sent so far: libcurl reads the files of a multipart body by itself.
    mutating func deadline(
        _ timeout: Duration, at now: ContinuousClock.Instant, sent: Int
    ) -> ContinuousClock.Instant {
        if hasNews || sent != self.sent {
            hasNews = false
            self.sent = sent
            last = now
        }
        return last.advanced(by: timeout)
    }
}
