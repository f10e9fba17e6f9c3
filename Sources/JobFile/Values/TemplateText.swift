/// The text of a template, cut into what stands there and its `${…}`.
struct TemplateText {
    /// A part of a template.
    enum Segment: Hashable {
        /// Text as it is; `$${` is still doubled.
        case literal(Substring)
        /// A `${…}`, whole.
        case expression(Substring)
    }

    /// The parts in their order.
    let segments: [Segment]

    /// Cuts the text of a template that was parsed.
    init(_ text: String) {
        var segments: [Segment] = []
        var rest = text[...]
        var literalStart = rest.startIndex
        while let dollar = rest.firstIndex(of: "$") {
            let tail = rest[dollar...]
            if tail.hasPrefix("$${") {
                rest = tail.dropFirst(3)
            } else if tail.hasPrefix("${") {
                if literalStart < dollar { segments.append(.literal(text[literalStart..<dollar])) }
                let end = Self.end(of: tail)
                segments.append(.expression(text[dollar..<end]))
                rest = text[end...]
                literalStart = end
            } else {
                rest = tail.dropFirst()
            }
        }
        if literalStart < text.endIndex { segments.append(.literal(text[literalStart...])) }
        self.segments = segments
    }

    /// Where an expression ends: behind its first brace outside of quotes.
    private static func end(of expression: Substring) -> String.Index {
        var quote: Character?
        var index = expression.index(expression.startIndex, offsetBy: 2)
        while index < expression.endIndex {
            let character = expression[index]
            let next = expression.index(after: index)
            if let open = quote {
                if character == "\\", next < expression.endIndex {
                    index = expression.index(after: next)
                    continue
                }
                if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == "}" {
                return next
            }
            index = next
        }
        return expression.endIndex
    }

    /// Where the first `${` stands, as UTF-8 offsets; nil when nothing would be evaluated.
    var firstOpening: Range<Int>? {
        guard
            let expression = segments.lazy.compactMap({ segment -> Substring? in
                if case .expression(let text) = segment { text } else { nil }
            }).first
        else { return nil }
        let start = expression.base.utf8.distance(from: expression.base.startIndex, to: expression.startIndex)
        return start..<(start + 2)
    }

    /// The text behind the last `${…}`; all of it when there is none.
    var literalTail: String {
        if case .literal(let text)? = segments.last { String(text) } else { "" }
    }

    /// The text with something else in the place of each `${…}`.
    func replacingExpressions(with other: String) -> String {
        segments.map { segment in
            switch segment {
            case .literal(let text): String(text)
            case .expression: other
            }
        }.joined()
    }
}
