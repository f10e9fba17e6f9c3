/// What kind of number a spelling is, which was checked before.
enum NumberSpelling {
    case integer(Int64)
    /// A whole number without point and exponent that 64 bits do not hold.
    case large
    case fraction

    init(_ text: UnsafeBufferPointer<UInt8>) {
        var place = 0
        let isNegative = text.first == UInt8(ascii: "-")
        if isNegative { place = 1 }
        var value: Int64 = 0
        var isLarge = false
        while place < text.count {
            let digit = text[place] &- UInt8(ascii: "0")
            guard digit < 10 else {
                self = .fraction
                return
            }
            // Negative all the way, because there is one more negative number than positive ones.
            let (tens, first) = value.multipliedReportingOverflow(by: 10)
            let (sum, second) = tens.subtractingReportingOverflow(Int64(digit))
            if first || second { isLarge = true }
            value = sum
            place += 1
        }
        if !isNegative {
            let (positive, overflow) = Int64(0).subtractingReportingOverflow(value)
            if overflow { isLarge = true }
            value = positive
        }
        self = isLarge ? .large : .integer(value)
    }
}
