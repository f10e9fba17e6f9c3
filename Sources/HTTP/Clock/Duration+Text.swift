extension Duration {
    /// The time as people read it: `30 s`, `1.5 s`, `250 ms`.
    var plainText: String {
        let milliseconds = Int((self / .milliseconds(1)).rounded())
        if milliseconds < 1000 { return "\(milliseconds) ms" }
        return milliseconds % 1000 == 0 ? "\(milliseconds / 1000) s" : "\(Double(milliseconds) / 1000) s"
    }
}
