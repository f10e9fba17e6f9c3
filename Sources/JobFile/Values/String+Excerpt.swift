extension String {
    /// The text, cut where it is too long for a message.
    var excerpt: String {
        let limit = 60
        guard let end = index(startIndex, offsetBy: limit, limitedBy: endIndex), end < endIndex else { return self }
        return self[..<end] + "…"
    }
}
