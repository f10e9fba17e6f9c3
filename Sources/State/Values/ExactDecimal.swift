/// A decimal number of any size, as digits and a power of ten: what a number's spelling says, exactly.
struct ExactDecimal {
    /// No number that a watermark is has more digits.
    static let digitLimit = 1000

    let isNegative: Bool
    /// The digits of the whole part, without zeros in front; empty for 0.
    let whole: [UInt8]
    /// The digits after the point, without zeros at the end.
    let fraction: [UInt8]

    /// The number of a spelling such as `-12.50e3`, also with a `+` or zeros in front; nil for anything else.
    init?(_ text: some StringProtocol) {
        var rest = Array(text.utf8)[...]
        isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        var digits = rest.prefix(while: Self.isDigit)
        rest = rest.dropFirst(digits.count)
        guard !digits.isEmpty else { return nil }
        var point = digits.count
        if rest.first == UInt8(ascii: ".") {
            let after = rest.dropFirst().prefix(while: Self.isDigit)
            guard !after.isEmpty else { return nil }
            rest = rest.dropFirst(after.count + 1)
            digits += after
        }
        if let byte = rest.first, byte | 0x20 == UInt8(ascii: "e") {
            guard let exponent = Int(String(decoding: rest.dropFirst(), as: UTF8.self)) else { return nil }
            rest = []
            guard abs(exponent) <= Self.digitLimit else { return nil }
            point += exponent
        }
        guard rest.isEmpty, digits.count <= Self.digitLimit else { return nil }
        var all = digits.map { $0 - 0x30 }
        if point < 0 {
            all.insert(contentsOf: [UInt8](repeating: 0, count: -point), at: 0)
            point = 0
        }
        if point > all.count { all += [UInt8](repeating: 0, count: point - all.count) }
        whole = Array(all[..<point].drop { $0 == 0 })
        var fraction = Array(all[point...])
        while fraction.last == 0 { fraction.removeLast() }
        self.fraction = fraction
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// The number times a power of ten, without what is left after the point, towards less; nil when that is too large.
    func scaled(by zeros: Int) -> Int128? {
        guard whole.count <= 30 else { return nil }
        let kept = fraction.prefix(zeros)
        let digits = whole + kept + [UInt8](repeating: 0, count: zeros - kept.count)
        guard digits.count <= 36 else { return nil }
        let magnitude = digits.reduce(Int128(0)) { $0 * 10 + Int128($1) }
        guard isNegative else { return magnitude }
        return fraction.count > zeros ? -magnitude - 1 : -magnitude
    }
}
