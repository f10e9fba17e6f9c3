/// A number as it was spelled; equal and ordered by its exact decimal value, however many digits it has.
public struct JSONNumber: Sendable {
    /// The spelling, valid as JSON.
    public let text: String

    /// A number from its spelling; nil when the text is not a JSON number.
    public init?(_ text: String) {
        guard Self.isValid(text) else { return nil }
        self.text = text
    }

    /// A whole number.
    public init(_ int: Int) {
        text = String(int)
    }

    /// A number in its shortest spelling that gives the same double again; nil for infinities and not-a-number.
    public init?(_ double: Double) {
        guard double.isFinite else { return nil }
        let spelled = "\(double)"
        text = spelled.hasSuffix(".0") ? String(spelled.dropLast(2)) : spelled
    }

    /// A spelling that was checked before.
    init(unchecked text: String) {
        self.text = text
    }

    /// The value, when it is a whole number that fits (`1.0` and `1e2` are whole).
    public var int: Int? {
        Int(text) ?? decimal.int
    }

    /// The nearest double; nil when it is too large for one.
    public var double: Double? {
        Double(text).flatMap { $0.isFinite ? $0 : nil }
    }

    var decimal: Decimal { Decimal(of: text) }

    private static func isValid(_ text: String) -> Bool {
        var rest = Substring(text).utf8
        if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
        guard let first = rest.first, isDigit(first) else { return false }
        rest = first == UInt8(ascii: "0") ? rest.dropFirst() : rest.drop(while: isDigit)
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            guard let digit = rest.first, isDigit(digit) else { return false }
            rest = rest.drop(while: isDigit)
        }
        if let exponent = rest.first, exponent | 0x20 == UInt8(ascii: "e") {
            rest.removeFirst()
            if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
            guard let digit = rest.first, isDigit(digit) else { return false }
            rest = rest.drop(while: isDigit)
        }
        return rest.isEmpty
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}

extension JSONNumber: Hashable, Comparable {
    /// Whether both are the same value: `1.10` and `11e-1` are.
    public static func == (left: JSONNumber, right: JSONNumber) -> Bool {
        left.text == right.text || left.decimal == right.decimal
    }

    /// Whether the first is less, by exact value.
    public static func < (left: JSONNumber, right: JSONNumber) -> Bool {
        if let first = Int(left.text), let second = Int(right.text) { return first < second }
        return left.decimal < right.decimal
    }

    /// Feeds the value, so that equal numbers hash alike.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(decimal)
    }
}
