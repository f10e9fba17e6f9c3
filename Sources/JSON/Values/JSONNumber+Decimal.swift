extension JSONNumber {
    /// A number's value: ± 0.DIGITS × 10^exponent, without zeros at either end of the digits.
    ///
    /// Exponents of more than eighteen digits are taken as the largest of eighteen: nothing tells such numbers apart.
    struct Decimal: Hashable, Comparable {
        private var isNegative = false
        private var digits: [UInt8] = []
        private var exponent = 0

        init(of text: String) {
            var point = 0
            var hasPoint = false
            var bytes = Substring(text).utf8
            if bytes.first == UInt8(ascii: "-") {
                isNegative = true
                bytes.removeFirst()
            }
            while let byte = bytes.popFirst() {
                switch byte {
                case UInt8(ascii: "."): hasPoint = true
                case UInt8(ascii: "e"), UInt8(ascii: "E"):
                    exponent = Self.exponent(bytes)
                    bytes = bytes.suffix(0)
                default:
                    if !hasPoint { point += 1 }
                    digits.append(byte)
                }
            }
            let leading = digits.prefix { $0 == 0x30 }.count
            digits.removeFirst(leading)
            while digits.last == 0x30 { digits.removeLast() }
            exponent += point - leading
            if digits.isEmpty { (isNegative, exponent) = (false, 0) }
        }

        private static func exponent(_ text: Substring.UTF8View) -> Int {
            let limit = 999_999_999_999_999_999
            var rest = text
            let isNegative = rest.first == UInt8(ascii: "-")
            if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
            let significant = rest.drop { $0 == 0x30 }
            let magnitude = significant.count > 18 ? limit : significant.reduce(0) { $0 * 10 + Int($1 - 0x30) }
            return isNegative ? -magnitude : magnitude
        }

        /// The value, when it is whole and fits.
        var int: Int? {
            if digits.isEmpty { return 0 }
            guard exponent >= digits.count, exponent <= 19 else { return nil }
            let zeros = String(repeating: "0", count: exponent - digits.count)
            return Int((isNegative ? "-" : "") + String(decoding: digits, as: UTF8.self) + zeros)
        }

        static func < (left: Decimal, right: Decimal) -> Bool {
            if left.sign != right.sign { return left.sign < right.sign }
            return left.isNegative ? right.isSmaller(than: left) : left.isSmaller(than: right)
        }

        private var sign: Int { digits.isEmpty ? 0 : isNegative ? -1 : 1 }

        private func isSmaller(than other: Decimal) -> Bool {
            exponent != other.exponent ? exponent < other.exponent : digits.lexicographicallyPrecedes(other.digits)
        }
    }
}
