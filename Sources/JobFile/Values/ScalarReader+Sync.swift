internal import Template

extension ScalarForm {
    static let lookback = ScalarForm(
        .text, "a duration such as 5m or a whole number", plural: "durations", pattern: "^[0-9]+(ms|s|m|h|d)?$")
    static let windowSize = ScalarForm(
        .text, "a duration such as 1d or a whole number", plural: "durations", pattern: "^[0-9]+(ms|s|m|h|d)?$")
    static let timeFormat = ScalarForm(
        .text, "rfc3339, unix, unix_ms or a pattern such as yyyy-MM-dd", plural: "formats")
    static let share = ScalarForm(
        .text, "a share such as 50%", plural: "shares", pattern: "^([0-9]+([.][0-9]+)?%|0([.][0-9]+)?|1([.]0+)?)$")
    static let table = ScalarForm(.text, "the name of a table", plural: "names of tables")
}

extension ScalarReader where Value == WatermarkField.Lookback {
    /// How far back: `5m`, or `100` for a watermark that is a number.
    static let lookback = ScalarReader(.lookback, code: .badDuration) { text throws(ValueProblem) in
        if let number = Int(text), number >= 0 { return number == 0 ? .none : .integer(number) }
        let duration = try ScalarReader<Duration>.duration.parse(text)
        return duration == .zero ? .none : .time(duration)
    }
}

extension ScalarReader where Value == Window.Size {
    /// How far a step goes: `1d`, or `1000` for a watermark that is a number.
    static let windowSize = ScalarReader(.windowSize, code: .badDuration) { text throws(ValueProblem) in
        if let number = Int(text) {
            guard number > 0 else { throw ValueProblem("a step must not be empty") }
            return .integer(number)
        }
        return .time(try ScalarReader<Duration>.positiveDuration.parse(text))
    }
}

extension ScalarReader where Value == WatermarkFormat {
    /// How times are written: a word, or a pattern as the filter `date` has it.
    static let timeFormat = ScalarReader(.timeFormat, code: .badTimeFormat) { text throws(ValueProblem) in
        switch text {
        case "rfc3339": return .rfc3339
        case "unix": return .unix
        case "unix_ms": return .unixMilliseconds
        default:
            do throws(TemplateError) {
                try DateText.check(pattern: text)
            } catch {
                throw ValueProblem(
                    error.message, hint: error.hint, range: error.range.isEmpty ? nil : error.range,
                    notes: ["possible: rfc3339, unix, unix_ms, or a pattern"])
            }
            // What stands in quotes is text.
            let letters = text.split(separator: "'", omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset % 2 == 0 }.map(\.element).joined()
            guard letters.contains("y"), letters.contains("D") || (letters.contains("M") && letters.contains("d"))
            else { throw ValueProblem("the pattern does not tell days apart", hint: "such as yyyy-MM-dd") }
            return .pattern(text)
        }
    }
}

/// A part of a whole, from 0 to 1.
struct Share: Sendable, Hashable {
    let value: Double
}

extension ScalarReader where Value == Share {
    /// A share: `50%`, or `0.5`.
    static let share = ScalarReader(.share, code: .badShare) { text throws(ValueProblem) in
        let isPercent = text.hasSuffix("%")
        let digits = isPercent ? text.dropLast() : text[...]
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }),
            let number = Double(digits)
        else { throw ValueProblem("this is not a share", hint: "such as 50%") }
        let value = isPercent ? number / 100 : number
        guard value <= 1 else { throw ValueProblem("a share is at most 100%", hint: "did you mean \(text)%?") }
        return Share(value: value)
    }
}

extension ScalarReader where Value == String {
    /// The name of a table, also with its schema: `shop.orders`.
    static let table = ScalarReader(.table, code: .badTableName) { text throws(ValueProblem) in
        guard text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
            throw ValueProblem("the name of a table cannot hold control characters")
        }
        for part in text.split(separator: ".", omittingEmptySubsequences: false) {
            guard !part.isEmpty else { throw ValueProblem("the name of a table is empty") }
            guard part.utf8.count <= 63 else {
                throw ValueProblem("the name of a table is too long", hint: "at most 63 bytes, as PostgreSQL has it")
            }
            let name = part.lowercased()
            guard !name.hasPrefix("errand_"), !name.hasPrefix("sqlite_"), !name.hasPrefix("pg_") else {
                throw ValueProblem(
                    "'\(part)' cannot be the name of a table",
                    hint: "errand_, sqlite_ and pg_ begin names that are taken"
                )
            }
        }
        return text
    }
}
