import Foundation

/// Reading: what the tokens, proofs and admin bodies that come in are looked at with.
extension JSONText: Decodable {
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int.self) {
            self = .int(value)
        } else if let value = try? container.decode(Double.self) {
            self = .raw("\(value)")
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONText].self) {
            self = .array(value)
        } else {
            let members = try container.decode([String: JSONText].self)
            self = .object(members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
        }
    }

    /// Reads JSON; the members of objects come sorted by name.
    init?(parsing bytes: some Collection<UInt8>) {
        guard let value = try? JSONDecoder().decode(JSONText.self, from: Data(bytes)) else { return nil }
        self = value
    }

    /// A member of an object; nil where there is none or it is null.
    subscript(_ name: String) -> JSONText? {
        guard case .object(let members) = self, let value = members.first(where: { $0.0 == name })?.1 else {
            return nil
        }
        if case .null = value { return nil }
        return value
    }

    var string: String? { if case .string(let value) = self { value } else { nil } }
    var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    var int: Int? { if case .int(let value) = self { value } else { nil } }
    var array: [JSONText]? { if case .array(let elements) = self { elements } else { nil } }
    var members: [(String, JSONText)]? { if case .object(let members) = self { members } else { nil } }

    /// Any number.
    var number: Double? {
        switch self {
        case .int(let value): Double(value)
        case .raw(let text): Double(text)
        default: nil
        }
    }

    /// A text, or the texts of a list.
    var strings: [String] {
        switch self {
        case .string(let value): [value]
        case .array(let elements): elements.compactMap(\.string)
        default: []
        }
    }

    /// The object with a member set, or taken away by nil.
    func setting(_ name: String, to value: JSONText?) -> JSONText {
        var members = members ?? []
        let index = members.firstIndex { $0.0 == name }
        switch (index, value) {
        case (let index?, let value?): members[index].1 = value
        case (let index?, nil): members.remove(at: index)
        case (nil, let value?): members.append((name, value))
        case (nil, nil): break
        }
        return .object(members)
    }
}
