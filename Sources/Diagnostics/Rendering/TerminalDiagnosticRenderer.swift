/// Shows diagnostics to a reader at a terminal, each with its source line and marks under the place.
///
/// ```text
/// error[E0203]: unknown key 'recods'
///   --> jobs/orders.yaml:14:5
///    |
/// 14 |     recods: $.data[*]
///    |     ^^^^^^ did you mean 'records'?
///    |
///    = a call has: name, get, post, put, patch, delete, query, headers, …
/// ```
///
/// Whatever came from outside is escaped; a span of several lines is shown by its first.
public struct TerminalDiagnosticRenderer: Sendable {
    private let color: Bool
    private let lineWidth: Int
    private let limit: Int

    /// Makes a renderer.
    ///
    /// - Parameters:
    ///   - color: whether to use ANSI colours.
    ///   - lineWidth: the most columns that a source line takes before it is cut to a window around the marks.
    ///   - limit: the most diagnostics that are shown; a last line counts the others.
    public init(color: Bool, lineWidth: Int = 120, limit: Int = 100) {
        self.color = color
        self.lineWidth = lineWidth
        self.limit = max(limit, 1)
    }

    /// The diagnostics as text, an empty line between them, a line break at the end; empty text for none.
    public func render(_ diagnostics: [Diagnostic]) -> String {
        var blocks = diagnostics.prefix(limit).map(block)
        if diagnostics.count > limit { blocks.append("… and \(diagnostics.count - limit) more\n") }
        return blocks.joined(separator: "\n")
    }

    private func block(_ diagnostic: Diagnostic) -> String {
        let severity: Style = diagnostic.severity == .error ? .error : .warning
        let title = TerminalText.escape(diagnostic.title)
        var output =
            paint("\(diagnostic.severity.rawValue)[\(TerminalText.escape(diagnostic.code.rawValue))]", severity)
            + paint(": \(title)", .strong) + "\n"

        let spans = [diagnostic.span].compactMap(\.self) + diagnostic.related.map(\.span)
        let gutter = spans.map { String($0.startPosition.line).count }.max() ?? 1
        let bar = String(repeating: " ", count: gutter + 1) + "|"

        if let span = diagnostic.span {
            output += snippet(span, diagnostic.label, arrow: "-->", mark: "^", severity, gutter)
        } else if let label = diagnostic.label {
            output += note(label, gutter)
        }
        for (index, related) in diagnostic.related.enumerated() {
            if index > 0 || diagnostic.span != nil { output += paint(bar, .frame) + "\n" }
            let arrow = index == 0 && diagnostic.span == nil ? "-->" : ":::"
            output += snippet(related.span, related.label, arrow: arrow, mark: "-", .frame, gutter)
        }
        if !spans.isEmpty, !diagnostic.notes.isEmpty { output += paint(bar, .frame) + "\n" }
        for text in diagnostic.notes { output += note(text, gutter) }
        return output
    }

    private func snippet(
        _ span: SourceSpan, _ label: String?, arrow: String, mark: String, _ style: Style, _ gutter: Int
    ) -> String {
        let pad = String(repeating: " ", count: gutter)
        let position = span.startPosition
        let shown = SourceSnippet(span, width: lineWidth)
        let number = String(position.line)
        let numberPad = String(repeating: " ", count: gutter - number.count)
        let place = "\(TerminalText.escape(span.file.name)):\(position.line):\(position.column)"
        let text = shown.text.isEmpty ? "" : " \(shown.text)"
        let marks = String(repeating: mark, count: shown.markWidth)
        let words = label.map { " " + TerminalText.escape($0) } ?? ""
        return """
            \(pad)\(paint(arrow, .frame)) \(place)
            \(paint("\(pad) |", .frame))
            \(paint("\(numberPad)\(number) |", .frame))\(text)
            \(paint("\(pad) |", .frame)) \(String(repeating: " ", count: shown.markColumn))\(paint(marks + words, style))

            """
    }

    private func note(_ text: String, _ gutter: Int) -> String {
        let pad = String(repeating: " ", count: gutter + 1)
        let lines = TerminalText.escape(text, keepNewlines: true).split(
            separator: "\n", omittingEmptySubsequences: false)
        return pad + paint("=", .frame) + " " + lines.joined(separator: "\n\(pad)  ") + "\n"
    }

    private enum Style: String {
        case error = "1;31"
        case warning = "1;33"
        case strong = "1"
        case frame = "1;34"
    }

    private func paint(_ text: String, _ style: Style) -> String {
        color ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}
