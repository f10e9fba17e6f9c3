public import JSON

/// A named value of a record.
public struct RecordField: Sendable {
    /// The name, which is the column in a table.
    public var name: String
    /// The value.
    public var value: RecordValue

    /// A field from its parts.
    public init(name: String, value: RecordValue) {
        self.name = name
        self.value = value
    }

    /// A field whose value stands in a response.
    public init(_ name: String, _ node: JSONNode) {
        self.init(name: name, value: .node(node))
    }

    /// A field whose value was made.
    public init(_ name: String, _ value: JSONValue) {
        self.init(name: name, value: .value(value))
    }
}
