internal import Diagnostics
internal import IRegexp
internal import YAML

extension ValueShape where Value == Located<HeaderTest.Test> {
    /// What a header must be: text, `/a pattern/`, true or false.
    static var headerTest: ValueShape {
        ValueShape(.either([.scalar(.text), .scalar(.boolean)])) { node, checker in
            guard let scalar = checker.scalar(node, as: .text) else { return nil }
            if case .bool(let isPresent) = scalar.value {
                return Located(isPresent ? .isPresent : .isAbsent, at: scalar.span)
            }
            guard let text = checker.plainText(scalar) else { return nil }
            guard text.utf8.count >= 2, text.hasPrefix("/"), text.hasSuffix("/") else {
                return Located(.equals(text), at: scalar.span)
            }
            do throws(IRegexpError) {
                let pattern = try IRegexp(String(text.dropFirst().dropLast()), dialect: .extended)
                return Located(.contains(pattern), at: scalar.span)
            } catch {
                let start = min(error.offset + 1, text.utf8.count - 1)
                checker.diagnostics.error(
                    .badPattern, "this is not a regular expression: \(error.message)",
                    at: scalar.span(of: start..<(start + 1)))
                return nil
            }
        }
    }
}
