internal import JSON

extension ValueType {
    /// The type that a value has by itself; text for null and what has no type.
    init(of value: JSONValue) {
        switch value {
        case .bool: self = .boolean
        case .number(let number): self = number.isWhole ? .integer : .number
        case .null, .string, .array, .object: self = .text
        }
    }

    /// Whether a value is of the type.
    func holds(_ value: JSONValue) -> Bool {
        switch (self, value) {
        case (.text, .string), (.boolean, .bool), (.number, .number): true
        case (.integer, .number(let number)): number.isWhole
        default: false
        }
    }

    /// The value that a text from the command line stands for; nil when it is none of the type.
    func value(of text: String) -> JSONValue? {
        switch self {
        case .text: return .string(text)
        case .boolean: return text == "true" ? .bool(true) : text == "false" ? .bool(false) : nil
        case .number: return JSONNumber(text).map { .number($0) }
        case .integer: return JSONNumber(text).flatMap { $0.isWhole ? .number($0) : nil }
        }
    }

    /// The type in words.
    var words: String {
        switch self {
        case .text: "text"
        case .integer: "a whole number"
        case .number: "a number"
        case .boolean: "true or false"
        }
    }
}

extension JSONNumber {
    /// Whether it is spelled as a whole number.
    fileprivate var isWhole: Bool { text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) } }
}

extension JSONValue {
    /// What the value is, in words.
    var words: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .number: "a number"
        case .string: "text"
        case .array: "a list"
        case .object: "a mapping"
        }
    }

    /// The value as a person would write it.
    var spelled: String { string ?? serialized() }
}
