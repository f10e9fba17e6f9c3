extension QueryParser {
    /// A text that should be a query and does not begin as one.
    func missingRoot() -> JSONPathError {
        let whole = text(0..<bytes.count)
        switch next {
        case nil: return error("the JSONPath is empty", hint: "`$` selects the whole document")
        case .some(let byte) where Self.isSpace(byte): return error("no white space may stand before a JSONPath")
        case UInt8(ascii: "@") where bytes.count == 1 || ".[".utf8.contains(bytes[1]):
            return error("'@' stands only in filters", hint: didYouMean("$" + whole.dropFirst()))
        case UInt8(ascii: "'"), UInt8(ascii: "\""):
            return error("a JSONPath begins with '$'", hint: "leave out the quotes around it")
        case UInt8(ascii: "."), UInt8(ascii: "["):
            return error("a JSONPath begins with '$'", hint: didYouMean("$" + whole))
        default: break
        }
        let word = position..<nameEnd(from: position)
        if FunctionName(rawValue: text(word)) != nil, bytes[word.upperBound...].first == UInt8(ascii: "(") {
            return error(
                "a JSONPath begins with '$'; functions stand in filters and conditions",
                hint: "such as `$[?\(text(word))(@) …]`", at: word)
        }
        let meant = word.isEmpty ? nil : didYouMean("$" + segment(word) + text(word.upperBound..<bytes.count))
        return error("a JSONPath begins with '$'", hint: meant, at: word.isEmpty ? nil : word)
    }

    /// What stands directly after a query and cannot.
    ///
    /// - Throws: nothing when a query may end there.
    func refuseStray(afterQueryAt start: Int, latestSegmentAt latest: Int) throws(JSONPathError) {
        guard let byte = next, !Self.isSpace(byte), !"=!<>&|),]".utf8.contains(byte) else { return }
        if byte == UInt8(ascii: "{"), position == start + 1 {
            throw error(
                "'${…}' is not evaluated in a JSONPath", hint: "a JSONPath is fixed text",
                at: start..<position + 1)
        }
        if latest == position, position == start + 1 {
            let word = position..<nameEnd(from: position)
            throw error(
                "'.' or '[' is missing after '\(text(start..<position))'",
                hint: word.isEmpty ? nil : rewritten(queryAt: start, word, as: segment(word)),
                at: word.isEmpty ? nil : word)
        }
        let isName = bytes[latest] == UInt8(ascii: ".") && bytes[position - 1] != UInt8(ascii: "*")
        guard isName else {
            throw error("\(quoted(text(scalarRange))) cannot stand here", hint: "a name needs a dot before it")
        }
        let name = end(from: latest) { $0 == UInt8(ascii: ".") }
        if byte == UInt8(ascii: "(") { throw strayCall(of: name..<position, queryAt: start, segmentAt: latest) }
        let word = name..<nameEnd(from: name)
        throw error(
            "\(quoted(text(scalarRange))) cannot stand in a name after a dot",
            hint: rewritten(queryAt: start, latest..<word.upperBound, as: bracketed(word, after: latest)))
    }

    private func strayCall(of name: Range<Int>, queryAt start: Int, segmentAt segment: Int) -> JSONPathError {
        let function = FunctionName.meant(by: text(name))
        return error(
            "a function is not called with a dot",
            hint: function.flatMap { didYouMean("\($0.rawValue)(\(text(start..<segment)))") },
            at: name.lowerBound..<position + 1)
    }

    /// What follows a whole query and should not.
    func strayAfterWholeQuery() -> JSONPathError {
        var after = self
        after.skipSpace()
        if after.isAtEnd {
            return error("no white space may stand after a JSONPath", at: position..<bytes.count)
        }
        if let byte = after.next, "=<>!".utf8.contains(byte) {
            return after.error(
                "a JSONPath selects, it does not compare",
                hint: "a filter selects what compares: `$.items[?@.state == 'done']`")
        }
        if let byte = after.next, byte == UInt8(ascii: "]") || byte == UInt8(ascii: ")") {
            return after.error("this '\(after.excerpt(after.scalarRange))' closes nothing")
        }
        return after.error(
            "\(quoted(after.text(after.scalarRange))) cannot stand here",
            hint: after.position > position ? "a name with white space stands in brackets: `['first name']`" : nil)
    }
}
