internal import Diagnostics
internal import JSON
internal import YAML

/// The examples of the declaration, as values.
enum ExampleValue {
    /// The value of an example; nil when it is not YAML.
    static func value(of example: String) -> JSONValue? {
        var diagnostics = DiagnosticList()
        guard let node = YAMLReader.read(SourceFile(name: "example", text: example), diagnostics: &diagnostics) else {
            return nil
        }
        return value(of: node)
    }

    private static func value(of node: YAMLNode) -> JSONValue {
        switch node.content {
        case .sequence(let nodes): .array(nodes.map { value(of: $0) })
        case .mapping(let entries):
            .object(entries.map { JSONMember(name: $0.key.text, value: value(of: $0.value)) })
        case .scalar(let scalar):
            switch scalar.value {
            case .null: .null
            case .bool(let value): .bool(value)
            case .integer(let text), .float(let text): JSONNumber(yaml: text).map { .number($0) } ?? .string(text)
            case .string(let text): .string(text)
            }
        }
    }
}
