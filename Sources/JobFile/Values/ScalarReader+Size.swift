/// A number of bytes.
struct ByteCount: Sendable, Hashable {
    let bytes: Int
}

extension ScalarReader where Value == ByteCount {
    /// A size: `64KiB`, `10MB`.
    static let size = ScalarReader(.size, code: .badSize) { text throws(ValueProblem) in
        guard let (number, unit) = QuantityText.split(text) else {
            throw ValueProblem("this is not a size", hint: "such as 64KiB or 10MB")
        }
        guard let factor = bytes(in: unit) else {
            throw ValueProblem(
                unit.isEmpty ? "a size needs a unit" : "'\(unit)' is not a unit of size",
                hint: unit.isEmpty ? "such as \(number)B or 10MB" : "B, KB, MB, GB, KiB, MiB or GiB")
        }
        let (product, overflows) = number.multipliedReportingOverflow(by: factor)
        guard !overflows, product <= 1 << 40 else {
            throw ValueProblem("the size is too large", hint: "at most 1024GiB")
        }
        guard product > 0 else { throw ValueProblem("the size must not be zero") }
        return ByteCount(bytes: product)
    }

    private static func bytes(in unit: Substring) -> Int? {
        switch unit {
        case "B": 1
        case "KB": 1000
        case "MB": 1_000_000
        case "GB": 1_000_000_000
        case "KiB": 1 << 10
        case "MiB": 1 << 20
        case "GiB": 1 << 30
        default: nil
        }
    }
}
