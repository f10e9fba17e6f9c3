/// A call of a function that gives a value or nothing (RFC 9535, 2.4.4, 2.4.5 and 2.4.8).
struct ValueFunction: Sendable {
    /// The functions and what they are asked about.
    enum Kind: Sendable {
        case length(Operand)
        case count(Query)
        case value(Query)
    }

    let kind: Kind
    /// Where it stands in the text.
    let range: Range<Int>
}
