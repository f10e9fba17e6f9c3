/// A filter that is applied.
struct FilterCall: Sendable {
    let filter: Filter
    let arguments: [Argument]
    /// Where the name of the filter stands.
    let nameRange: Range<Int>
}
