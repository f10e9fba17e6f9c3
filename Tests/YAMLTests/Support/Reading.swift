import Diagnostics
import YAML

/// What came of reading a text.
struct Reading {
    let node: YAMLNode?
    let diagnostics: [Diagnostic]

    init(_ file: SourceFile) {
        var list = DiagnosticList()
        node = YAMLReader.read(file, diagnostics: &list)
        diagnostics = list.sorted()
    }

    init(_ text: String) {
        self.init(SourceFile(name: "job.yaml", text: text))
    }

    init(bytes: [UInt8]) {
        self.init(SourceFile(name: "job.yaml", bytes: bytes))
    }

    /// `E0030` for an error, `W0104` for a warning.
    var codes: [String] {
        diagnostics.map { $0.severity == .error ? $0.code.rawValue : "W" + $0.code.rawValue.dropFirst() }
    }
}

extension YAMLNode {
    /// The value of a key.
    subscript(key: String) -> YAMLNode? { mapping?.first { $0.key.text == key }?.value }

    /// An item of a list.
    subscript(index: Int) -> YAMLNode? { sequence.flatMap { $0.indices.contains(index) ? $0[index] : nil } }

    /// The tree in a notation of one line: scalars as they are resolved, `+` before merged keys.
    var outline: String {
        switch content {
        case .scalar(let scalar):
            switch scalar.value {
            case .null: "null"
            case .bool(let value): "\(value)"
            case .integer(let text): "int \(text)"
            case .float(let text): "float \(text)"
            case .string(let text): text.debugDescription
            }
        case .sequence(let items):
            "[" + items.map(\.outline).joined(separator: ", ") + "]"
        case .mapping(let entries):
            "{"
                + entries.map { "\($0.isMerged ? "+" : "")\($0.key.text): \($0.value.outline)" }
                .joined(separator: ", ") + "}"
        }
    }

    /// This node and all nodes in it.
    var all: [YAMLNode] {
        switch content {
        case .scalar: [self]
        case .sequence(let items): [self] + items.flatMap(\.all)
        case .mapping(let entries): [self] + entries.flatMap(\.value.all)
        }
    }
}
