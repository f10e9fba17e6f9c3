internal import JSON

extension TemplateValue {
    /// The value as text, of text, numbers and truth values.
    var scalarText: String? {
        switch content {
        case .value(let value): value.scalarText
        case .node(let node): node.kind == .array || node.kind == .object ? nil : node.value.scalarText
        case .digest(let bytes): Hexadecimal.text(of: bytes)
        case .encodedPath(let text): text
        case .list, .omitted: nil
        }
    }

    /// The value as text that stands in other text.
    func insertedText(at range: Range<Int>) throws(TemplateError) -> String {
        if let text = scalarText { return text }
        switch kind {
        case _ where isOmitted:
            throw TemplateError(message: "this cannot be left out", hint: "write default(\"\")", range: range)
        case .array:
            throw TemplateError(
                message: "a list cannot be inserted into text", hint: "join it by | join(\",\"), or write it as | json",
                range: range)
        case .object:
            throw TemplateError(
                message: "an object cannot be inserted into text", hint: "take a member, or write it as | json",
                range: range)
        case .null, .bool, .number, .string:
            throw TemplateError(
                message: "null cannot be inserted into text", hint: "write | default(\"\") for no text", range: range)
        }
    }
}

extension JSONValue {
    /// The value as text, of text, numbers and truth values.
    var scalarText: String? {
        switch self {
        case .string(let text): text
        case .number(let number): number.text
        case .bool(let bool): bool ? "true" : "false"
        case .null, .array, .object: nil
        }
    }
}

extension JSONKind {
    /// The kind in a sentence.
    var phrase: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
