extension ScalarReader where Value == Rate {
    /// A rate: `10/s`, `600/m`, `5000/h`.
    static let rate = ScalarReader(.rate, code: .badRate) { text throws(ValueProblem) in
        guard let (count, unit) = QuantityText.split(text), let time = time(of: unit) else {
            throw ValueProblem("this is not a rate", hint: "such as 10/s, 600/m or 5000/h")
        }
        guard (1...1_000_000).contains(count) else {
            throw ValueProblem("the rate must be at least 1 and at most 1000000 in a time")
        }
        return Rate(count: count, per: time)
    }

    private static func time(of unit: Substring) -> Duration? {
        switch unit {
        case "/s": .seconds(1)
        case "/m": .seconds(60)
        case "/h": .seconds(3600)
        default: nil
        }
    }
}
