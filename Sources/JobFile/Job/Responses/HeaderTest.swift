public import Diagnostics
public import IRegexp

/// What a header of an answer must be, in `rules` and `expect`.
public struct HeaderTest: Sendable {
    /// What is asked of the header's value.
    public enum Test: Sendable {
        /// The whole value is this text.
        case equals(String)
        /// The pattern is found in the value: `/…/`.
        case contains(IRegexp)
        /// There is such a header: `true`.
        case isPresent
        /// There is none: `false`.
        case isAbsent
    }

    /// The header's name, whatever its case.
    public let name: String
    /// What is asked of its value.
    public let test: Test
    /// Where the value stands.
    public let span: SourceSpan

    /// Makes a test from its parts.
    public init(name: String, test: Test, span: SourceSpan) {
        self.name = name
        self.test = test
        self.span = span
    }

    /// Whether the test holds for an answer that has these values of the header.
    public func holds(_ values: [String]) -> Bool {
        switch test {
        case .equals(let text): values.contains(text)
        case .contains(let pattern): values.contains { pattern.search($0) }
        case .isPresent: !values.isEmpty
        case .isAbsent: values.isEmpty
        }
    }
}
