/// A node of a parsed pattern.
indirect enum SyntaxNode: Sendable {
    /// Matches the empty text.
    case empty
    /// Matches one scalar.
    case scalar(ScalarClass)
    /// Matches a place between two scalars.
    case assertion(Assertion)
    case sequence([SyntaxNode])
    /// The first alternative is preferred.
    case alternatives([SyntaxNode])
    /// No `maximum` means no upper bound.
    case repetition(SyntaxNode, minimum: Int, maximum: Int?, isGreedy: Bool)
    /// A capture group; numbers begin at 1.
    case capture(SyntaxNode, number: Int)
}
