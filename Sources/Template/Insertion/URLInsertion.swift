/// Inserts values into a URL such that they stay where they are put.
struct URLInsertion {
    /// A value that was inserted, for the check at the end.
    private struct Insertion {
        /// Its UTF-8 offsets in the URL.
        var span: Range<Int>
        /// Where its `${…}` stands in the template.
        var range: Range<Int>
    }

    private var insertions: [Insertion] = []

    /// - Parameter url: what stands before.
    mutating func insert(
        _ text: String, isEncodedPath: Bool, into url: inout String, at range: Range<Int>
    ) throws(TemplateError) {
        switch URLPosition(after: url) {
        case .host:
            try check(text, "the host", "only letters, digits, '.' and '-'", at: range) { byte in
                CharacterClass.isLetter(byte) || CharacterClass.isDigit(byte) || byte == UInt8(ascii: ".")
                    || byte == UInt8(ascii: "-")
            }
            url += text
        case .port:
            try check(text, "the port", "only digits", at: range, CharacterClass.isDigit)
            url += text
        case .path:
            let start = url.utf8.count
            url += isEncodedPath ? text : PercentCoder.encode(text)
            insertions.append(Insertion(span: start..<url.utf8.count, range: range))
        case .query, .fragment:
            url += isEncodedPath ? text : PercentCoder.encode(text)
        }
    }

    private func check(
        _ text: String, _ part: String, _ allowed: String, at range: Range<Int>, _ isAllowed: (UInt8) -> Bool
    ) throws(TemplateError) {
        guard !text.isEmpty else {
            throw TemplateError(message: "\(part) of the URL would be empty", range: range)
        }
        guard text.utf8.allSatisfy(isAllowed) else {
            throw TemplateError(
                message: "the value cannot stand in \(part) of a URL",
                hint: "\(allowed) can; a path begins with a / in the template", range: range)
        }
    }

    /// Checks the segments of the path that values went into: an empty one, `.` or `..` would lead elsewhere.
    func checkSegments(of url: String) throws(TemplateError) {
        guard !insertions.isEmpty else { return }
        let bytes = Array(url.utf8)
        let pathEnd = bytes.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? bytes.endIndex
        for insertion in insertions {
            var start = insertion.span.lowerBound
            while start > 0, bytes[start - 1] != UInt8(ascii: "/") { start -= 1 }
            while true {
                let end = bytes[start..<pathEnd].firstIndex(of: UInt8(ascii: "/")) ?? pathEnd
                try check(segment: bytes[start..<end], at: insertion.range)
                guard end < insertion.span.upperBound else { break }
                start = end + 1
            }
        }
    }

    private func check(segment: ArraySlice<UInt8>, at range: Range<Int>) throws(TemplateError) {
        let text = String(decoding: segment, as: UTF8.self)
        let plain = text.lowercased().replacing("%2e", with: ".")
        guard plain.isEmpty || plain == "." || plain == ".." else { return }
        let shown = text.isEmpty ? "empty" : "'\(text)'"
        throw TemplateError(
            message: "a segment of the URL's path would be \(shown)", hint: "it would lead to another address",
            range: range)
    }
}
