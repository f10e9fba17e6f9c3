import JobFile

/// What to say about clocks that differ.
enum ClockAdvice {
    /// The difference, where it may be why something that was signed is refused.
    static func hints(for error: ServerError, _ sent: SentRequest) -> [String] {
        guard let skew = sent.skew(behind: error) else { return [] }
        let seconds = Int(abs(skew).rounded())
        let place = skew > 0 ? "behind" : "ahead of"
        var hints = ["this machine's clock is \(seconds) s \(place) the server's (by its Date): set it right"]
        if skew < 0, sent.signed.grant != nil {
            hints.append("until then, date assertions back: backdate: \(seconds + 30)s")
        }
        return hints
    }
}
