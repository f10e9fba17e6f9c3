internal import JSON

extension JSONValue {
    /// Whether both are equal as RFC 9535, 2.3.5.2.2 has it: numbers by value, text by its characters, objects whatever
    /// the order of their members.
    func equals(_ other: JSONValue) -> Bool {
        switch (self, other) {
        case (.null, .null): return true
        case (.bool(let left), .bool(let right)): return left == right
        case (.number(let left), .number(let right)): return left == right
        case (.string(let left), .string(let right)): return left.utf8.elementsEqual(right.utf8)
        case (.array(let left), .array(let right)):
            return left.count == right.count && zip(left, right).allSatisfy { $0.equals($1) }
        case (.object(let left), .object(let right)):
            let mine = Self.byName(left)
            let theirs = Self.byName(right)
            return mine.count == theirs.count
                && mine.allSatisfy { name, value in theirs[name].map { value.equals($0) } ?? false }
        default: return false
        }
    }

    /// Of duplicate names the last one counts.
    private static func byName(_ members: [JSONMember]) -> [String: JSONValue] {
        Dictionary(members.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    }
}
