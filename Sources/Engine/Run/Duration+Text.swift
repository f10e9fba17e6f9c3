extension Duration {
    /// The time in seconds: `12.3 s`, `0.045 s`.
    var formattedSeconds: String {
        let milliseconds = components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
        let fraction = String(milliseconds % 1000)
        let digits = String(repeating: "0", count: 3 - fraction.count) + fraction
        let short = digits.reversed().drop { $0 == "0" }.reversed()
        return "\(milliseconds / 1000)\(short.isEmpty ? "" : ".\(String(short))") s"
    }
}
