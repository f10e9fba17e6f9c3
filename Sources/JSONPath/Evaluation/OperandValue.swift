internal import JSON

/// What an operand gives: a value, or nothing.
enum OperandValue {
    case nothing
    case node(JSONNode)
    case literal(JSONValue)

    /// The text of a string.
    var string: String? {
        switch self {
        case .node(let node): node.string
        case .literal(let value): value.string
        case .nothing: nil
        }
    }

    /// It as a number.
    var number: JSONNumber? {
        switch self {
        case .node(let node): node.number
        case .literal(let value): value.number
        case .nothing: nil
        }
    }

    /// Whether both are the same value, or both nothing.
    func isEqual(to other: OperandValue) -> Bool {
        switch (self, other) {
        case (.nothing, .nothing): true
        case (.nothing, _), (_, .nothing): false
        case (.node(let left), .node(let right)): left.isEqual(to: right)
        case (.literal(let literal), let value), (let value, .literal(let literal)): literal.isLiteral(equalTo: value)
        }
    }

    /// Whether both are numbers or both strings, and this one is less.
    ///
    /// Strings are ordered by Unicode scalars, which is the order of their UTF-8.
    func isLess(than other: OperandValue) -> Bool {
        if let left = number, let right = other.number { return left < right }
        if let left = string, let right = other.string { return left.utf8.lexicographicallyPrecedes(right.utf8) }
        return false
    }
}

extension JSONValue {
    /// Whether a literal, never an array or an object, is the same value.
    fileprivate func isLiteral(equalTo value: OperandValue) -> Bool {
        switch (self, value) {
        case (.null, .node(let node)): node.isNull
        case (.null, .literal(.null)): true
        case (.bool(let bool), .node(let node)): node.bool == bool
        case (.bool(let bool), .literal(.bool(let other))): bool == other
        case (.string(let text), .node(let node)): node.isString(text)
        case (.string(let text), .literal(.string(let other))): text.utf8.elementsEqual(other.utf8)
        case (.number(let number), _): value.number.map { number.hasValue(of: $0) } ?? false
        default: false
        }
    }
}

extension JSONNumber {
    /// Equality that looks at decimal digits only where whole numbers do not answer already.
    fileprivate func hasValue(of other: JSONNumber) -> Bool {
        if let left = Int(text), let right = Int(other.text) { return left == right }
        return self == other
    }
}
