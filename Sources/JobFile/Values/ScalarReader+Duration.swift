extension ScalarReader where Value == Duration {
    /// A duration: `250ms`, `30s`, `5m`, `2h`, `7d`.
    static let duration = duration(atLeast: .zero)

    /// A duration that is not zero.
    static let positiveDuration = duration(atLeast: .milliseconds(1))

    /// The longest duration: ten years, so that no sum of a few overflows.
    private static let longest = Duration.seconds(10 * 366 * 86_400)

    private static func duration(atLeast minimum: Duration) -> ScalarReader {
        ScalarReader(.duration, code: .badDuration) { text throws(ValueProblem) in
            guard let (number, unit) = QuantityText.split(text) else {
                throw ValueProblem("this is not a duration", hint: "such as 250ms, 30s, 5m, 2h or 7d")
            }
            guard let milliseconds = milliseconds(in: unit) else {
                throw ValueProblem(
                    unit.isEmpty ? "a duration needs a unit" : "'\(unit)' is not a unit of time",
                    hint: unit.isEmpty ? "such as \(number)s" : "ms, s, m, h or d")
            }
            let (product, overflows) = number.multipliedReportingOverflow(by: milliseconds)
            guard !overflows, .milliseconds(product) <= longest else {
                throw ValueProblem("the duration is too long", hint: "at most ten years")
            }
            guard .milliseconds(product) >= minimum else { throw ValueProblem("the duration must not be zero") }
            return .milliseconds(product)
        }
    }

    private static func milliseconds(in unit: Substring) -> Int? {
        switch unit {
        case "ms": 1
        case "s": 1000
        case "m": 60_000
        case "h": 3_600_000
        case "d": 86_400_000
        default: nil
        }
    }
}
