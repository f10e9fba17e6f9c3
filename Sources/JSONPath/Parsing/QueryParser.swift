/// Reads the grammar of RFC 9535 from left to right and stops at the first thing that is wrong.
struct QueryParser {
    /// What kind of text it is.
    enum Goal {
        case query, condition
    }

    /// 64 KiB, in UTF-8 bytes.
    static let longestText = 65_536
    /// How deep filters, parentheses and calls may be nested, so that no text can make anything recurse without end.
    static let deepestNesting = 64

    let goal: Goal
    let bytes: [UInt8]
    var position = 0
    /// What is allowed and surely not meant.
    private(set) var warnings: [JSONPathWarning] = []
    /// How many filters are open.
    private(set) var filters = 0
    private var nesting = 0

    private init(_ text: String, goal: Goal) throws(JSONPathError) {
        guard text.utf8.count <= Self.longestText else {
            throw JSONPathError(
                message: "the text is too long: at most \(Self.longestText) bytes are read",
                range: Self.longestText..<text.utf8.count)
        }
        self.goal = goal
        bytes = Array(text.utf8)
    }

    /// A text that is one query and nothing else.
    static func query(_ text: String) throws(JSONPathError) -> (Query, [JSONPathWarning]) {
        var parser = try QueryParser(text, goal: .query)
        guard parser.at("$") else { throw parser.missingRoot() }
        let query = try parser.parseQuery()
        if parser.position < parser.bytes.count { throw parser.strayAfterWholeQuery() }
        return (query, parser.warnings)
    }

    /// A text that is one logical expression, with or without white space around it.
    static func condition(_ text: String) throws(JSONPathError) -> (LogicalExpression, [JSONPathWarning]) {
        var parser = try QueryParser(text, goal: .condition)
        parser.skipSpace()
        guard !parser.isAtEnd else { throw parser.error("the condition is empty", hint: "such as `$.state == 'done'`") }
        let expression = try parser.parseAlternatives()
        parser.skipSpace()
        guard parser.isAtEnd else { throw parser.strayInExpression(closing: nil) }
        return (expression, parser.warnings)
    }

    /// Parses what stands inside an opening bracket, one level deeper.
    mutating func nested<Result>(
        openedAt start: Int, inFilter: Bool = false, _ parse: (inout QueryParser) throws(JSONPathError) -> Result
    ) throws(JSONPathError) -> Result {
        guard nesting < Self.deepestNesting else {
            throw error("nested more than \(Self.deepestNesting) levels deep", at: start..<position)
        }
        nesting += 1
        filters += inFilter ? 1 : 0
        defer {
            nesting -= 1
            filters -= inFilter ? 1 : 0
        }
        return try parse(&self)
    }

    mutating func warn(_ message: String, at range: Range<Int>) {
        warnings.append(JSONPathWarning(message: message, range: range))
    }

    /// Whether the cursor is in a condition and not in a filter within it.
    var isOutsideFilters: Bool { goal == .condition && filters == 0 }
}
