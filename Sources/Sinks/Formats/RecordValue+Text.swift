import JSON

extension RecordValue {
    /// Appends it as text: strings without quotes, numbers as spelled, nothing for null, compact JSON for the rest.
    func appendText(to output: inout [UInt8]) {
        switch self {
        case .value(.null): break
        case .value(.string(let text)): output.append(contentsOf: text.utf8)
        case .value(let value): value.write(to: &output)
        case .node(let node):
            switch node.kind {
            case .null: break
            case .string: Self.appendString(node, to: &output)
            default: node.write(to: &output)
            }
        }
    }

    /// Without escapes the text is copied from where it stands.
    private static func appendString(_ node: JSONNode, to output: inout [UInt8]) {
        let quoted = node.document.bytes[node.range]
        let raw = quoted.dropFirst().dropLast()
        if raw.contains(UInt8(ascii: "\\")) {
            output.append(contentsOf: (node.string ?? "").utf8)
        } else {
            output.append(contentsOf: raw)
        }
    }
}
