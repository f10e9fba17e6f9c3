extension QueryParser {
    /// What stands after a complete expression and cannot.
    ///
    /// - Parameter open: the bracket or parenthesis that is still open, if any.
    func strayInExpression(closing open: Int?) -> JSONPathError {
        guard let byte = next else { return open.map(unclosed) ?? error("the expression is incomplete") }
        let word = position..<end(from: position, while: Self.isNameCharacter)
        switch text(word).lowercased() {
        case "and": return error("'\(text(word))' is not an operator", hint: "did you mean `&&`?", at: word)
        case "or": return error("'\(text(word))' is not an operator", hint: "did you mean `||`?", at: word)
        case "eq", "is": return error("'\(text(word))' is not an operator", hint: "did you mean `==`?", at: word)
        case "contains", "in", "like", "matches":
            return error(
                "'\(text(word))' is not an operator",
                hint: "`match(…, '…')` looks at a whole text, `search(…, '…')` at a part of it", at: word)
        default: break
        }
        if at("&&") || at("||") {
            return error("an argument is a literal, a query or a call", at: position..<position + 2)
        }
        switch byte {
        case UInt8(ascii: "&"): return error("'&' is not an operator", hint: "did you mean `&&`?")
        case UInt8(ascii: "|"): return error("'|' is not an operator", hint: "did you mean `||`?")
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "%"):
            return error("there is no arithmetic in an expression")
        case UInt8(ascii: ")"), UInt8(ascii: "]"):
            if let open { return unclosed(at: open) }
            return error("this '\(text(scalarRange))' closes nothing")
        default:
            return error(
                "\(quoted(text(scalarRange))) cannot stand here", hint: "conditions are joined with `&&` and `||`")
        }
    }

    /// Something that cannot begin a literal, a query or a call.
    func missingPrimary(_ place: Place) -> JSONPathError {
        switch next {
        case UInt8(ascii: "?"):
            return error("'?' stands only at the start of a filter", hint: "leave it out")
        case UInt8(ascii: "[") where bytes[(position + 1)...].first == UInt8(ascii: "?"):
            return error("a condition is written without '[?' and ']'")
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            return error("an array or an object cannot be written in an expression", hint: "compare its parts")
        case UInt8(ascii: "."):
            return error(
                "a query begins with '$' or '@'",
                hint: didYouMean(usualStart + text(position..<expressionEnd(from: position))))
        case UInt8(ascii: "/"):
            return error(
                "there are no patterns between slashes",
                hint: "`match(…, '…')` looks at a whole text, `search(…, '…')` at a part of it")
        case UInt8(ascii: "("):
            return error("parentheses stand around conditions, not around values")
        case UInt8(ascii: "!"):
            return error("'!' stands only once, before a test or a parenthesis")
        case UInt8(ascii: "+"):
            return error("numbers have no '+'", hint: "leave it out")
        default:
            let wanted =
                switch place {
                case .first: "a condition"
                case .right: "a value"
                case .argument: "an argument"
                }
            return error(isAtEnd ? "\(wanted) is missing" : "\(wanted) is missing before \(quoted(text(scalarRange)))")
        }
    }

    /// A word that is neither a literal nor a call; it stands before the cursor.
    func strayWord(_ word: String, at range: Range<Int>, _ place: Place) -> JSONPathError {
        let hint: String?
        switch word.lowercased() {
        case "true", "false", "null": hint = didYouMean(word.lowercased())
        case "none", "nil", "undefined": hint = didYouMean("null")
        case "not": hint = "did you mean `!`?"
        case _ where isSpacedCall(word):
            return error(
                "no white space may stand between a function and '('", hint: didYouMean("\(word)(…)"), at: range)
        default:
            let whole = range.lowerBound..<expressionEnd(from: range.upperBound)
            return error(
                "\(quoted(text(whole))) is neither a query nor a literal",
                hint: place == .right
                    ? "a text stands in quotes: `'\(excerpt(whole))'`" : didYouMean("\(usualStart).\(text(whole))"),
                at: whole)
        }
        return error("\(quoted(word)) is neither a query nor a literal", hint: hint, at: range)
    }

    /// A call of a function that there is not.
    func unknownFunction(_ name: String, at range: Range<Int>) -> JSONPathError {
        let all = FunctionName.allCases.map(\.rawValue).joined(separator: ", ")
        return error(
            "there is no function \(quoted(name))",
            hint: FunctionName.meant(by: name).flatMap { didYouMean("\($0.rawValue)(…)") } ?? "there are: \(all)",
            at: range)
    }

    private func isSpacedCall(_ word: String) -> Bool {
        guard FunctionName(rawValue: word) != nil else { return false }
        return bytes[end(from: position, while: Self.isSpace)...].first == UInt8(ascii: "(")
    }

    /// Where a run of text ends that was probably meant as one query or one text.
    private func expressionEnd(from start: Int) -> Int {
        var openBrackets = 0
        return end(from: start) { byte in
            openBrackets += byte == UInt8(ascii: "[") ? 1 : byte == UInt8(ascii: "]") ? -1 : 0
            return openBrackets >= 0 && !Self.isSpace(byte) && !"=<>!&|(),'\"".utf8.contains(byte)
        }
    }
}
