/// Reads a pattern of either dialect.
struct PatternParser {
    /// How deep groups may be nested.
    static let depthLimit = 64
    /// The greatest count in a repetition such as `{3,10000}`.
    static let countLimit = 10_000
    /// How many capture groups a pattern may have.
    static let groupLimit = 100

    let dialect: IRegexp.Dialect
    var flags = Flags()
    private(set) var groupCount = 0
    var cursor: PatternCursor
    private var depth = 0

    /// What `(?ims)` at the start of a pattern asks for.
    struct Flags {
        var ignoresCase = false
        var isMultiline = false
        var dotMatchesAll = false
    }

    init(_ pattern: String, dialect: IRegexp.Dialect) {
        self.dialect = dialect
        cursor = PatternCursor(pattern)
    }

    mutating func parse() throws(IRegexpError) -> SyntaxNode {
        if dialect == .extended { try parseFlags() }
        let node = try parseAlternatives()
        if cursor.peek != nil {
            throw cursor.error("')' without a '(' before it")
        }
        return node
    }

    private mutating func parseFlags() throws(IRegexpError) {
        guard cursor.peek == "(", cursor.peek(1) == "?", let first = cursor.peek(2),
            "ims".unicodeScalars.contains(first)
        else { return }
        cursor.advance(2)
        while let letter = cursor.peek, letter != ")" {
            switch letter {
            case "i": flags.ignoresCase = true
            case "m": flags.isMultiline = true
            case "s": flags.dotMatchesAll = true
            default: throw cursor.error("unknown flag; the flags are i, m and s, as in (?i)")
            }
            cursor.advance()
        }
        guard cursor.take(")") else { throw cursor.error("expected ')' after the flags") }
    }

    private mutating func parseAlternatives() throws(IRegexpError) -> SyntaxNode {
        var branches = [try parseBranch()]
        while cursor.take("|") {
            branches.append(try parseBranch())
        }
        return branches.count == 1 ? branches[0] : .alternatives(branches)
    }

    private mutating func parseBranch() throws(IRegexpError) -> SyntaxNode {
        var pieces: [SyntaxNode] = []
        while let next = cursor.peek, next != "|", next != ")" {
            pieces.append(try parseQuantified(try parseAtom(next)))
        }
        switch pieces.count {
        case 0: return .empty
        case 1: return pieces[0]
        default: return .sequence(pieces)
        }
    }

    private mutating func parseAtom(_ next: Unicode.Scalar) throws(IRegexpError) -> SyntaxNode {
        switch next {
        case "(":
            return try parseGroup()
        case "[":
            return .scalar(finished(try parseBracketClass()))
        case ".":
            cursor.advance()
            return .scalar(flags.dotMatchesAll ? .any : .anyButLineBreak)
        case "\\":
            return try parseEscape()
        case "^":
            cursor.advance()
            return .assertion(flags.isMultiline ? .lineStart : .textStart)
        case "$":
            cursor.advance()
            return .assertion(flags.isMultiline ? .lineEnd : .textEnd)
        case "*", "+", "?", "{":
            throw cursor.error("'\(next)' has nothing to repeat; for the character itself write '\\\(next)'")
        case "]", "}":
            throw cursor.error("'\(next)' has to be written '\\\(next)'")
        default:
            cursor.advance()
            return .scalar(finished(ScalarClass(next)))
        }
    }

    private mutating func parseGroup() throws(IRegexpError) -> SyntaxNode {
        let start = cursor.offset
        guard depth < Self.depthLimit else {
            throw cursor.error("groups are nested more than \(Self.depthLimit) deep")
        }
        cursor.advance()
        let number = try parseGroupKind(start)
        depth += 1
        defer { depth -= 1 }
        let inner = try parseAlternatives()
        guard cursor.take(")") else { throw IRegexpError(message: "'(' is never closed", offset: start) }
        return number.map { .capture(inner, number: $0) } ?? inner
    }

    /// The number of the capture group that begins here, or nil for a group that does not capture.
    private mutating func parseGroupKind(_ start: Int) throws(IRegexpError) -> Int? {
        if cursor.peek == "?" {
            guard dialect == .extended else { throw cursor.error("'?' has nothing to repeat; I-Regexp has no '(?'") }
            guard cursor.peek(1) == ":" else {
                throw cursor.error(
                    "of the groups that begin with '(?' only '(?:…)' is known, and '(?i)', '(?m)', '(?s)' at the start")
            }
            cursor.advance(2)
            return nil
        }
        guard groupCount < Self.groupLimit else {
            throw IRegexpError(message: "more than \(Self.groupLimit) capture groups", offset: start)
        }
        groupCount += 1
        return groupCount
    }

    /// A set as the flags want it, ready for look-ups.
    func finished(_ set: ScalarClass) -> ScalarClass {
        var set = set
        set.ignoresCase = flags.ignoresCase
        set.normalize()
        return set
    }
}
