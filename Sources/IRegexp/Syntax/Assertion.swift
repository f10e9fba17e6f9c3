/// A condition on the scalars before and after a place in the text.
enum Assertion: Sendable, Hashable {
    case textStart
    case textEnd
    case lineStart
    case lineEnd
    case wordBoundary
    case noWordBoundary

    /// Whether the assertion holds between two neighbours.
    func holds(before: Neighbour, after: Neighbour) -> Bool {
        switch self {
        case .textStart: before == .edge
        case .textEnd: after == .edge
        case .lineStart: before == .edge || before == .lineBreak
        case .lineEnd: after == .edge || after == .lineBreak
        case .wordBoundary: (before == .word) != (after == .word)
        case .noWordBoundary: (before == .word) == (after == .word)
        }
    }
}
