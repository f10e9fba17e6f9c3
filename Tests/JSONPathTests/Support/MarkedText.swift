/// A text in which a part is marked with « and ».
struct MarkedText {
    let text: String
    /// The marked part, in UTF-8 offsets of the text without marks.
    let range: Range<Int>

    init(_ marked: String) {
        let parts = marked.split(omittingEmptySubsequences: false) { $0 == "«" || $0 == "»" }
        text = parts.joined()
        let start = parts[0].utf8.count
        range = start..<start + (parts.count > 1 ? parts[1].utf8.count : 0)
    }
}
