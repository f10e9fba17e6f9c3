public import JSON

/// A condition on a JSON document: a logical expression of RFC 9535 in which both `$` and `@` are the document.
///
/// A bare query holds when it selects a value that is neither null nor false; within `[?…]` it stays RFC 9535's test
/// of existence.
public struct JSONCondition: Sendable {
    /// The condition as it was written.
    public let text: String
    /// What is allowed and surely not meant: patterns that no text can match.
    public let warnings: [JSONPathWarning]

    private let expression: LogicalExpression

    /// Parses a condition.
    ///
    /// - Throws: the first thing in the text that is wrong; also a text of more than 64 KiB, or one that is nested more
    ///   than 64 levels deep.
    public init(_ text: String) throws(JSONPathError) {
        self.text = text
        (expression, warnings) = try QueryParser.condition(text)
    }

    /// Whether it is true of a document.
    public func holds(on body: JSONNode) -> Bool {
        expression.holds(in: FilterContext(root: body, current: body))
    }

    /// What each query and each function call of it gives, for a message about a condition that does not hold.
    ///
    /// Literals are left out, and so is what stands within filters. A value is compact JSON of at most 200 characters,
    /// or `nothing`; several nodes are shown as an array.
    ///
    /// - Parameter redact: what takes secrets out of a text; it sees the values before they are cut short.
    public func explanation(
        on body: JSONNode, redacting redact: (String) -> String = { $0 }
    ) -> [(part: String, value: String)] {
        let context = FilterContext(root: body, current: body)
        var shown: Set<String> = []
        return expression.parts.compactMap { part in
            let source = String(decoding: Array(text.utf8)[part.range], as: UTF8.self)
            guard shown.insert(source).inserted else { return nil }
            return (source, ShortText.cut(redact(part.text(in: context))))
        }
    }
}
