/// The `Content-Range` field of a 206, RFC 9110 section 14.4.
struct ContentRange: Hashable {
    /// The place of the first byte.
    let start: Int
    /// The length of the whole; nil when the server does not know it.
    let total: Int?

    /// Reads `bytes 100-199/1000` or `bytes 100-199/*`; nil for anything else.
    init?(_ text: String) {
        let words = text.split(separator: " ")
        guard words.count == 2, words[0].lowercased() == "bytes" else { return nil }
        let parts = words[1].split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let ends = parts[0].split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, let start = Int(ends[0]), let end = Int(ends[1]), start >= 0, end >= start else {
            return nil
        }
        guard parts[1] != "*" else {
            (self.start, total) = (start, nil)
            return
        }
        guard let total = Int(parts[1]), total > end else { return nil }
        (self.start, self.total) = (start, total)
    }
}
