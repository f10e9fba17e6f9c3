import JobFile

/// What to say about clocks that differ.
enum ClockAdvice {
    /// The difference, where something was signed and it is large enough to matter.
    static func hints(for sent: SentRequest) -> [String] {
        guard sent.isSigned, let skew = sent.notableSkew else { return [] }
        let seconds = Int(abs(skew).rounded())
        let place = skew > 0 ? "behind" : "ahead of"
        var hints = ["this machine's clock is \(seconds) s \(place) the server's (by its Date): set it right"]
        if skew < 0, sent.signed.grant != nil {
            hints.append("until then, date assertions back: backdate: \(seconds + 30)s")
        }
        return hints
    }
}
