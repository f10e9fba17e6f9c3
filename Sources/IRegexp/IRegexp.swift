/// A compiled regular expression whose matching time is linear in the length of the text.
///
/// The default dialect is I-Regexp (RFC 9485); ``Dialect/extended`` adds what people expect of everyday regular
/// expressions and can still be matched in linear time. A match never backtracks: the time is bounded by the number
/// of instructions of the program times the number of Unicode scalars of the text.
///
/// A value can be used by many tasks at once.
public struct IRegexp: Sendable {
    /// The pattern as it was written.
    public let pattern: String
    /// The dialect in which the pattern was read.
    public let dialect: Dialect
    /// How many capture groups the pattern has; groups are numbered from 1 in the order of their opening brackets.
    public var groupCount: Int { program.groupCount }

    private let program: Program
    private let wholeMatcher: TextMatcher
    private let searchMatcher: TextMatcher

    /// Parses and compiles a pattern.
    ///
    /// - Throws: ``IRegexpError`` when the pattern is not of the dialect, is nested more than 64 groups deep, or
    ///   compiles to more than 10,000 instructions (repetition counts multiply).
    public init(_ pattern: String, dialect: Dialect = .iregexp) throws(IRegexpError) {
        var parser = PatternParser(pattern, dialect: dialect)
        let syntax = try parser.parse()
        let program = try ProgramCompiler.compile(syntax, groupCount: parser.groupCount)
        self.pattern = pattern
        self.dialect = dialect
        self.program = program
        wholeMatcher = TextMatcher(program: program, mode: .whole)
        searchMatcher = TextMatcher(program: program, mode: .search)
    }

    /// Whether the whole text matches (the `match` function of RFC 9535 2.4.6).
    public func matches(_ text: String) -> Bool {
        wholeMatcher.accepts(text)
    }

    /// Whether some part of the text matches (the `search` function of RFC 9535 2.4.7).
    public func search(_ text: String) -> Bool {
        searchMatcher.accepts(text)
    }

    /// The leftmost match in the text with its capture groups, or nil when no part of it matches.
    ///
    /// Of several matches that begin at the same place it is the one that a backtracking engine would find first:
    /// earlier alternatives and greedy repetitions are preferred.
    public func firstMatch(in text: String) -> IRegexpMatch? {
        guard searchMatcher.accepts(text) else { return nil }
        var machine = CaptureMachine(program: program)
        return machine.firstMatch(in: text)
    }
}
