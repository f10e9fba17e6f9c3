/// A whole number of any size, exactly.
public struct WholeNumber: Sendable, Hashable {
    private let isNegative: Bool
    /// The digits, the first one not zero; none for 0.
    private let digits: [UInt8]

    private init(isNegative: Bool, digits: [UInt8]) {
        self.isNegative = isNegative && !digits.isEmpty
        self.digits = digits
    }

    /// A number from its spelling; nil when it is not whole (`1.0` and `1e2` are), or has more than 1,000 digits.
    public init?(_ text: some StringProtocol) {
        guard let decimal = ExactDecimal(text), decimal.fraction.isEmpty else { return nil }
        self.init(isNegative: decimal.isNegative, digits: decimal.whole)
    }

    /// A number that fits into 64 bits.
    public init(_ value: Int) {
        self.init(isNegative: value < 0, digits: String(value.magnitude).utf8.map { $0 - 0x30 }.drop { $0 == 0 } + [])
    }

    /// Its digits, with a `-` in front when it is less than 0.
    public var text: String {
        guard !digits.isEmpty else { return "0" }
        return (isNegative ? "-" : "") + String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
    }

    /// The nearest value that fits into 64 bits; it keeps the order.
    public var clamped: Int64 {
        Int64(text) ?? (isNegative ? .min : .max)
    }
}

extension WholeNumber: Comparable {
    /// Whether the first is less.
    public static func < (left: WholeNumber, right: WholeNumber) -> Bool {
        if left.isNegative != right.isNegative { return left.isNegative }
        return left.isNegative
            ? isLess(right.digits, left.digits) : isLess(left.digits, right.digits)
    }

    private static func isLess(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count != right.count ? left.count < right.count : left.lexicographicallyPrecedes(right)
    }
}

extension WholeNumber {
    /// The sum.
    public static func + (left: WholeNumber, right: WholeNumber) -> WholeNumber {
        if left.isNegative == right.isNegative {
            return WholeNumber(isNegative: left.isNegative, digits: sum(left.digits, right.digits))
        }
        return isLess(left.digits, right.digits)
            ? WholeNumber(isNegative: right.isNegative, digits: difference(right.digits, left.digits))
            : WholeNumber(isNegative: left.isNegative, digits: difference(left.digits, right.digits))
    }

    /// The difference.
    public static func - (left: WholeNumber, right: WholeNumber) -> WholeNumber {
        left + WholeNumber(isNegative: !right.isNegative, digits: right.digits)
    }

    private static func sum(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var carry: UInt8 = 0
        var (first, second) = (left[...], right[...])
        while !first.isEmpty || !second.isEmpty || carry > 0 {
            let digit = (first.popLast() ?? 0) + (second.popLast() ?? 0) + carry
            result.append(digit % 10)
            carry = digit / 10
        }
        return result.reversed()
    }

    /// - Parameter right: not greater than the first.
    private static func difference(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var borrow: UInt8 = 0
        var (first, second) = (left[...], right[...])
        while let digit = first.popLast() {
            let less = (second.popLast() ?? 0) + borrow
            borrow = digit < less ? 1 : 0
            result.append(digit + borrow * 10 - less)
        }
        while result.last == 0 { result.removeLast() }
        return result.reversed()
    }
}
