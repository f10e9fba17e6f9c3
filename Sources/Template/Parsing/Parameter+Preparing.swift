internal import IRegexp
internal import JSON

extension Parameter {
    /// Checks a literal argument, and reads it once and for all where that can be done.
    ///
    /// - Throws: what is wrong with the literal.
    func prepare(_ literal: JSONValue, at range: Range<Int>) throws(TemplateError) -> PreparedArgument? {
        switch kind {
        case .value: return nil
        case .text:
            guard literal.scalarText != nil else { throw mismatch("text", literal, range) }
            return nil
        case .count:
            guard let number = literal.number else { throw mismatch("a whole number", literal, range) }
            guard let count = number.int, count >= 0 else {
                throw TemplateError(message: "'\(name)' is a whole number from 0", range: range)
            }
            return nil
        case .pattern: return .pattern(try Self.pattern(try text(of: literal, range), at: range))
        case .duration: return .duration(try Self.duration(try text(of: literal, range), at: range))
        case .format: return .format(try Self.format(try text(of: literal, range), at: range))
        case .zone:
            let text = try text(of: literal, range)
            guard ZoneName.isValid(text) else { throw ZoneName.unknown(at: range) }
            return nil
        }
    }

    /// Compiles a regular expression.
    static func pattern(_ text: String, at range: Range<Int>) throws(TemplateError) -> IRegexp {
        do throws(IRegexpError) {
            return try IRegexp(text, dialect: .extended)
        } catch {
            throw TemplateError(
                message: "this is not a regular expression: \(error.message)",
                range: place(error.offset..<error.offset + 1, in: text, at: range))
        }
    }

    /// Reads a time span.
    static func duration(_ text: String, at range: Range<Int>) throws(TemplateError) -> TimeSpan {
        guard let span = TimeSpan(text) else {
            throw TemplateError(
                message: "this is not a time span",
                hint: "write a whole number and ms, s, m, h or d: 250ms, 30s, 5m, 2h, 7d",
                range: range)
        }
        return span
    }

    /// Reads the pattern of a date.
    static func format(_ text: String, at range: Range<Int>) throws(TemplateError) -> DatePattern {
        do throws(TemplateError) {
            return try DatePattern(text)
        } catch {
            throw TemplateError(
                message: error.message, hint: error.hint, range: place(error.range, in: text, at: range))
        }
    }

    private func text(of literal: JSONValue, _ range: Range<Int>) throws(TemplateError) -> String {
        guard let text = literal.string else { throw mismatch("text", literal, range) }
        return text
    }

    private func mismatch(_ wanted: String, _ literal: JSONValue, _ range: Range<Int>) -> TemplateError {
        TemplateError(message: "'\(name)' is \(wanted), not \(literal.kind.phrase)", range: range)
    }

    /// The place of a part of a text whose literal stands at a range; the whole of it when escapes shift the parts.
    private static func place(_ part: Range<Int>, in text: String, at range: Range<Int>) -> Range<Int> {
        guard range.count == text.utf8.count + 2 else { return range }
        let start = range.lowerBound + 1
        return start + part.lowerBound..<min(start + part.upperBound, range.upperBound)
    }
}
