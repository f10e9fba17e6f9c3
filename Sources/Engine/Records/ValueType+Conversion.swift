import JSON
import JobFile
import Sinks

extension ValueType {
    /// What the type is called in messages.
    var noun: String {
        switch self {
        case .text: "text"
        case .integer: "whole number"
        case .number: "number"
        case .boolean: "boolean"
        }
    }

    /// The value as this type; nil when it cannot be one without guessing.
    ///
    /// Text that holds just a number, or `true` or `false`, becomes one; a number keeps its spelling.
    func convert(_ value: RecordValue) -> RecordValue? {
        switch self {
        case .text:
            switch value.kind {
            case .string: return value
            case .array, .object, .null: return nil
            case .number, .bool: return .value(.string(value.json.serialized()))
            }
        case .number:
            if value.kind == .number { return value }
            return Self.number(in: value.json).map { .value(.number($0)) }
        case .integer:
            let number = value.json.number ?? Self.number(in: value.json)
            guard let number, Self.isWhole(number) else { return nil }
            return value.kind == .number ? value : .value(.number(number))
        case .boolean:
            switch value.json {
            case .bool: return value
            case .string("true"): return .value(.bool(true))
            case .string("false"): return .value(.bool(false))
            default: return nil
            }
        }
    }

    private static func number(in value: JSONValue) -> JSONNumber? {
        value.string.flatMap { JSONNumber($0) }
    }

    /// Whether a number is spelled as a whole one, of any length, or has the value of one.
    private static func isWhole(_ number: JSONNumber) -> Bool {
        number.int != nil || number.text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (48...57).contains($0) }
    }
}
