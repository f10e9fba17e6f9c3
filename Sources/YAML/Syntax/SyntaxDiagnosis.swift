internal import Diagnostics

/// Finds out what is behind a syntax error: libyaml says where it could not go on, which is seldom what matters.
struct SyntaxDiagnosis {
    let failure: SyntaxFailure
    let file: SourceFile
    let bytes: [UInt8]
    /// The place up to which the document has been understood.
    let readTo: Int
    /// Where the outermost flow collection begins that is not finished.
    let openFlow: Int?

    /// Whether the place is inside of brackets.
    var isInFlow: Bool {
        var lexer = FlowLexer(from: openFlow ?? readTo, to: offset, in: bytes)
        return lexer.firstBreak() == nil && lexer.depth > 0
    }

    /// The error in our words.
    func finding() -> SyntaxFinding {
        brokenFlowText()
            ?? splitFlowText()
            ?? quotes()
            ?? startOfText()
            ?? tabs()
            ?? brackets()
            ?? colons()
            ?? indentation()
            ?? headers()
            ?? anythingElse()
    }

    private func anythingElse() -> SyntaxFinding {
        let context = failure.context.isEmpty ? "" : " (\(failure.context))"
        return error(
            .invalidYAML, "this is not valid YAML", at: offset..<offset + 1,
            label: "\(failure.problem)\(context)")
    }
}

// What the parts of the diagnosis share.
extension SyntaxDiagnosis {
    /// The place that libyaml could not go on at.
    var offset: Int { min(failure.offset, bytes.count) }

    /// The byte at a place, 0 outside the text.
    func byte(at position: Int) -> UInt8 { bytes.indices.contains(position) ? bytes[position] : 0 }

    func isProblem(_ text: String) -> Bool { failure.problem.utf8.starts(with: text.utf8) }

    func isContext(_ text: String) -> Bool { failure.context.utf8.starts(with: text.utf8) }

    func span(_ range: Range<Int>) -> SourceSpan {
        SourceSpan(file: file, start: range.lowerBound, end: range.upperBound)
    }

    /// The text of the file, not that with masked mistakes.
    func text(_ range: Range<Int>) -> String { span(range).text }

    /// The line that a place is in.
    func line(at position: Int) -> SourceLine { SourceLine(at: position, in: bytes) }

    func error(
        _ code: DiagnosticCode, _ title: String, at range: Range<Int>, label: String? = nil, notes: [String] = [],
        related: [Diagnostic.Related] = [], mask: Range<Int>? = nil
    ) -> SyntaxFinding {
        SyntaxFinding(
            diagnostic: Diagnostic(
                code: code, title: title, span: span(range), label: label, notes: notes, related: related),
            mask: mask.map(Mask.init))
    }
}
