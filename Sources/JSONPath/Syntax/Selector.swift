/// What a segment selects among the children of a node (RFC 9535, 2.3).
enum Selector: Sendable {
    case singular(SingularSelector)
    case wildcard
    case slice(Slice)
    case filter(LogicalExpression)
}
