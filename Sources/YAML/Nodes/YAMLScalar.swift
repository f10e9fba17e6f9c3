public import Diagnostics

/// A scalar: its text, how it is written, and where each part of it stands.
public struct YAMLScalar: Sendable {
    /// How a scalar is written.
    public enum Style: Sendable {
        /// Without quotes; only such a scalar can be other than text.
        case plain
        /// `'…'`.
        case singleQuoted
        /// `"…"`.
        case doubleQuoted
        /// `|`.
        case literal
        /// `>`.
        case folded
    }

    /// The text after YAML's own escapes and folding.
    public let text: String
    /// How it is written.
    public let style: Style
    /// Where it stands, its quotes or its block header included.
    public let span: SourceSpan

    let map: ScalarMap

    init(text: String, style: Style, span: SourceSpan, map: ScalarMap) {
        self.text = text
        self.style = style
        self.span = span
        self.map = map
    }

    /// Where a part of the text is written: exact also through quotes, escapes, folded lines and block indentation.
    ///
    /// A part that one escape or one fold stands for is the whole of that. Of an alias, it is the place of the alias. An
    /// offset outside the text counts as its nearest end.
    ///
    /// - Parameter range: UTF-8 offsets in `text`.
    public func span(of range: Range<Int>) -> SourceSpan {
        guard let place = map.source(of: range) else { return span }
        return SourceSpan(file: span.file, start: place.lowerBound, end: place.upperBound)
    }

    /// What the scalar stands for by the core schema of YAML 1.2.
    public var value: YAMLValue { style == .plain ? YAMLValue(plain: text) : .string(text) }

    /// The same scalar where an alias stands for it.
    func aliased(at span: SourceSpan) -> YAMLScalar {
        YAMLScalar(text: text, style: style, span: span, map: .whole)
    }
}
