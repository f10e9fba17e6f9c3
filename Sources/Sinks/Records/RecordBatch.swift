public import JSON

/// The records of a page.
public struct RecordBatch: Sendable {
    /// The records, in order.
    public var records: [Record] = []

    /// A batch without records.
    public init() {}

    /// Records that are written as they came.
    public init(_ nodes: [JSONNode]) {
        records = nodes.map(Record.node)
    }
}
