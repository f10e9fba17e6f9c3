extension JSONNode {
    /// A copy that stands without the document.
    public var value: JSONValue {
        switch tapeKind {
        case .null: .null
        case .true: .bool(true)
        case .false: .bool(false)
        case .number: number.map { .number($0) } ?? .null
        case .string: .string(string ?? "")
        case .array: .array(elements.map(\.value))
        case .object: .object(members.map { JSONMember(name: $0.name, value: $0.value.value) })
        }
    }
}
