internal import IRegexp
internal import JSONPath

extension ScalarReader where Value == String {
    /// Any text, also none.
    static let anyText = ScalarReader(.text, code: .emptyValue) { text throws(ValueProblem) in text }

    /// Text that is not empty.
    static let text = nonEmpty(.text)

    /// A path in the file system.
    static let path = nonEmpty(.path)

    private static func nonEmpty(_ form: ScalarForm) -> ScalarReader {
        ScalarReader(form, code: .emptyValue) { text throws(ValueProblem) in
            guard !text.isEmpty else { throw ValueProblem("\(form.words) was expected, this is empty") }
            return text
        }
    }

    /// A name by which templates refer to something.
    static let name = ScalarReader(.name, code: .badName) { text throws(ValueProblem) in
        if let problem = NameRule.reference.problem(of: text) { throw ValueProblem(problem) }
        return text
    }

    /// The name of a header.
    static let header = ScalarReader(.header, code: .badHeaderName) { text throws(ValueProblem) in
        if let problem = NameRule.header.problem(of: text) { throw ValueProblem(problem) }
        return text
    }

    /// An HTTP method, in capitals.
    static let method = ScalarReader(.method, code: .badMethod) { text throws(ValueProblem) in
        guard NameRule.isToken(text) else { throw ValueProblem("'\(text)' is not a method") }
        let method = text.uppercased()
        guard method != "CONNECT", method != "TRACE" else { throw ValueProblem("\(method) cannot be sent as a call") }
        return method
    }
}

extension ScalarReader where Value == Bool {
    /// `true` or `false`.
    static let boolean = ScalarReader(.boolean, code: .wrongType) { text throws(ValueProblem) in
        switch text {
        case "true", "True", "TRUE": return true
        case "false", "False", "FALSE": return false
        default: throw ValueProblem("true or false was expected")
        }
    }
}

extension ScalarReader where Value == Int {
    /// A whole number in a range.
    static func integer(_ range: ClosedRange<Int>) -> ScalarReader {
        ScalarReader(.integer(range), code: .badNumber) { text throws(ValueProblem) in
            guard let number = Int(text) else { throw ValueProblem("a whole number was expected") }
            guard range.contains(number) else {
                throw ValueProblem(
                    range.upperBound == .max || number < range.lowerBound
                        ? "the number must be at least \(range.lowerBound)"
                        : "the number must be at most \(range.upperBound)")
            }
            return number
        }
    }
}

extension ScalarReader where Value == JSONPath {
    /// A JSONPath.
    static let jsonPath = ScalarReader(
        .jsonPath, code: .badJSONPath, warnings: { $0.warnings.map { ValueProblem($0.message, range: $0.range) } }
    ) { text throws(ValueProblem) in
        do throws(JSONPathError) {
            return try JSONPath(text)
        } catch {
            throw ValueProblem(error.message, hint: error.hint, range: error.range)
        }
    }
}

extension ScalarReader where Value == JSONCondition {
    /// A condition on a body.
    static let condition = ScalarReader(
        .condition, code: .badCondition, warnings: { $0.warnings.map { ValueProblem($0.message, range: $0.range) } }
    ) { text throws(ValueProblem) in
        do throws(JSONPathError) {
            return try JSONCondition(text)
        } catch {
            throw ValueProblem(error.message, hint: error.hint, range: error.range)
        }
    }
}

extension ScalarReader where Value == IRegexp {
    /// A regular expression.
    static let pattern = ScalarReader(.pattern, code: .badPattern) { text throws(ValueProblem) in
        do throws(IRegexpError) {
            return try IRegexp(text, dialect: .extended)
        } catch {
            throw ValueProblem(
                "this is not a regular expression: \(error.message)",
                range: min(error.offset, text.utf8.count)..<min(error.offset + 1, text.utf8.count))
        }
    }
}

extension ScalarReader where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
    /// One of the words of an enumeration.
    static var word: ScalarReader {
        let words = Value.allCases.map(\.rawValue)
        return ScalarReader(.word(words), code: .unknownWord) { text throws(ValueProblem) in
            guard let value = Value(rawValue: text) else { throw ValueProblem(unknownWord: text, among: words) }
            return value
        }
    }
}
