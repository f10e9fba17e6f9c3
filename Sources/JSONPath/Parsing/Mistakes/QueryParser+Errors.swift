extension QueryParser {
    /// An error; without a range about what stands at the cursor.
    func error(_ message: String, hint: String? = nil, at range: Range<Int>? = nil) -> JSONPathError {
        JSONPathError(message: message, hint: hint, range: range ?? scalarRange)
    }

    /// The Unicode scalar at the cursor; empty at the end of the text.
    var scalarRange: Range<Int> {
        guard !isAtEnd else { return bytes.count..<bytes.count }
        return position..<end(from: position + 1) { $0 & 0xC0 == 0x80 }
    }

    /// What a name in an expression most likely belongs to.
    var usualStart: String { isOutsideFilters ? "$" : "@" }

    /// A part of the text for a message, cut short when it is long.
    func excerpt(_ range: Range<Int>) -> String { Self.cut(text(range)) }

    /// A text for a message, in quotes.
    func quoted(_ text: String) -> String { "'\(Self.cut(text))'" }

    private static func cut(_ text: String) -> String {
        let longest = 40
        guard text.unicodeScalars.count > longest else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.prefix(longest))) + "…"
    }

    /// The hint that offers a corrected text; nothing when it would be a long one.
    func didYouMean(_ meant: String) -> String? {
        meant.utf8.count <= 80 ? "did you mean `\(meant)`?" : nil
    }

    /// The hint that offers a query with one part written otherwise.
    ///
    /// Of an expression the part after it is left out: where the query ends there can only be guessed.
    func rewritten(queryAt start: Int, _ range: Range<Int>, as part: String) -> String {
        let isWholeText = goal == .query && filters == 0
        let after = isWholeText ? text(range.upperBound..<bytes.count) : ""
        return didYouMean(text(start..<range.lowerBound) + part + after) ?? "write `\(Self.cut(part))` there"
    }

    /// Where a run of text ends that was probably meant as one name.
    func nameEnd(from start: Int) -> Int {
        // Names such as @odata.nextLink have dots in them.
        let hasDots = start < bytes.count && bytes[start] == UInt8(ascii: "@")
        return end(from: start) { byte in
            !Self.isSpace(byte) && !"[]()'\",=<>!&|?*".utf8.contains(byte) && (hasDots || byte != UInt8(ascii: "."))
        }
    }

    /// A name or an index as a segment in its shortest form.
    func segment(_ word: Range<Int>) -> String {
        let isPlain = word.first.map { Self.isNameFirst(bytes[$0]) } ?? false
        return isPlain && bytes[word].allSatisfy(Self.isNameCharacter) ? "." + text(word) : bracketed(word)
    }

    /// A name or an index as a segment in brackets, which keeps the two dots of the segment that it stands for.
    func bracketed(_ word: Range<Int>, after dot: Int) -> String {
        let isDescendant = bytes[(dot + 1)...].first == UInt8(ascii: ".")
        return (isDescendant ? ".." : "") + bracketed(word)
    }

    private func bracketed(_ word: Range<Int>) -> String {
        let text = text(word)
        return Int(text).map { String($0) } == text ? "[\(text)]" : NormalizedPath.segment(text)
    }
}
