import JSON

extension JSONValue {
    /// The value without the members and elements that are this text.
    func removing(text: String) -> JSONValue {
        switch self {
        case .object(let members):
            .object(
                members.filter { $0.value.string != text }
                    .map { JSONMember(name: $0.name, value: $0.value.removing(text: text)) })
        case .array(let elements):
            .array(elements.filter { $0.string != text }.map { $0.removing(text: text) })
        default: self
        }
    }
}
