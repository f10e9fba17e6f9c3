public import JSON

/// What a sink writes: a value as it came, or fields that were taken out and put together.
public enum Record: Sendable {
    /// The value as it came.
    case node(JSONNode)
    /// Fields in the order of their columns; the names differ.
    case fields([RecordField])

    /// A copy that stands without the document.
    public var value: JSONValue {
        switch self {
        case .node(let node): node.value
        case .fields(let fields): .object(fields.map { JSONMember(name: $0.name, value: $0.value.json) })
        }
    }
}
