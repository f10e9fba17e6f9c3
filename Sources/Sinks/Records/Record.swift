public import JSON

/// What a sink writes: a value as it came, or fields that were taken out and put together.
public struct Record: Sendable {
    /// The values of a record.
    public enum Content: Sendable {
        /// The value as it came.
        case node(JSONNode)
        /// Fields in the order of their columns; the names differ.
        case fields([RecordField])
    }

    /// Its values.
    public var content: Content
    /// How recent it is among the records of its call; nil when nothing says so.
    ///
    /// A table that is merged into keeps it, so that an older record never takes the place of a newer one.
    public var mark: RecordMark?
    /// Whether it says that the record with its key is gone; only a table that is merged into looks at it.
    public var isDeleted: Bool

    /// A record from its parts.
    public init(_ content: Content, mark: RecordMark? = nil, isDeleted: Bool = false) {
        self.content = content
        self.mark = mark
        self.isDeleted = isDeleted
    }

    /// A record that is written as it came.
    public static func node(_ node: JSONNode) -> Record { Record(.node(node)) }

    /// A record of fields.
    public static func fields(_ fields: [RecordField]) -> Record { Record(.fields(fields)) }

    /// A copy that stands without the document.
    public var value: JSONValue {
        switch content {
        case .node(let node): node.value
        case .fields(let fields): .object(fields.map { JSONMember(name: $0.name, value: $0.value.json) })
        }
    }
}
