public import JSON

/// The value of a field: inside the document that it came with, or by itself.
public enum RecordValue: Sendable {
    /// A value in a response.
    case node(JSONNode)
    /// A value that was made.
    case value(JSONValue)

    /// Whether it is `null`.
    public var isNull: Bool { kind == .null }

    /// What kind of value it is.
    public var kind: JSONKind {
        switch self {
        case .node(let node): node.kind
        case .value(let value): value.kind
        }
    }

    /// A copy that stands without the document.
    public var json: JSONValue {
        switch self {
        case .node(let node): node.value
        case .value(let value): value
        }
    }

    /// Appends its compact JSON form.
    func write(to output: inout [UInt8]) {
        switch self {
        case .node(let node): node.write(to: &output)
        case .value(let value): value.write(to: &output)
        }
    }
}
