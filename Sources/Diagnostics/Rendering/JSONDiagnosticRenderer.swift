/// Shows diagnostics to a program: one JSON array with an object for each.
///
/// An object has `code`, `severity`, `title`, `message` (the title with the words of the marked place), `label`, `file`,
/// `start` and `end` (`line`, `column`, `offset`), `notes` and `related` (`label`, `file`, `start`, `end`). Without a
/// place `file`, `start` and `end` are null. Lines and columns count from 1, columns in Unicode scalars; offsets are
/// bytes from 0; `end` is behind the last scalar.
public struct JSONDiagnosticRenderer: Sendable {
    /// Makes a renderer.
    public init() {}

    /// The diagnostics as a JSON array, a line break at the end.
    public func render(_ diagnostics: [Diagnostic]) -> String {
        "[" + diagnostics.map(object).joined(separator: ",\n") + "]\n"
    }

    private func object(_ diagnostic: Diagnostic) -> String {
        let message = [diagnostic.title, diagnostic.label].compactMap(\.self).joined(separator: ": ")
        let related = diagnostic.related.map { "{\"label\":\(string($0.label)),\(place($0.span))}" }
        let members = [
            "\"code\":\(string(diagnostic.code.rawValue))",
            "\"severity\":\(string(diagnostic.severity.rawValue))",
            "\"title\":\(string(diagnostic.title))",
            "\"message\":\(string(message))",
            "\"label\":\(diagnostic.label.map(string) ?? "null")",
            place(diagnostic.span),
            "\"notes\":[\(diagnostic.notes.map(string).joined(separator: ","))]",
            "\"related\":[\(related.joined(separator: ","))]",
        ]
        return "{\(members.joined(separator: ","))}"
    }

    private func place(_ span: SourceSpan?) -> String {
        guard let span else { return "\"file\":null,\"start\":null,\"end\":null" }
        let start = position(span.startPosition)
        let end = position(span.endPosition)
        return "\"file\":\(string(span.file.name)),\"start\":\(start),\"end\":\(end)"
    }

    private func position(_ position: SourcePosition) -> String {
        "{\"line\":\(position.line),\"column\":\(position.column),\"offset\":\(position.offset)}"
    }

    /// Beyond what RFC 8259 asks for, whatever a terminal acts on is escaped too: this output gets looked at as well.
    private func string(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where TerminalText.isUnsafe(scalar):
                for unit in String(scalar).utf16 {
                    let hex = String(unit, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
                }
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
