internal import Diagnostics

/// What the reader has found out about a document, and whether its tree can still be used.
struct Findings {
    private(set) var diagnostics = DiagnosticList()
    /// Whether the tree is what the author meant, so that later findings about it are worth saying.
    private(set) var isUsable = true

    /// Adds an error that leaves the tree worth looking at.
    mutating func error(
        _ code: DiagnosticCode, _ title: String, at span: SourceSpan, label: String? = nil, notes: [String] = [],
        related: [Diagnostic.Related] = []
    ) {
        diagnostics.error(code, title, at: span, label: label, notes: notes, related: related)
    }

    /// Adds an error after which the tree says nothing any more.
    mutating func unusable(
        _ code: DiagnosticCode, _ title: String, at span: SourceSpan, label: String? = nil, notes: [String] = [],
        related: [Diagnostic.Related] = []
    ) {
        isUsable = false
        error(code, title, at: span, label: label, notes: notes, related: related)
    }

    /// Adds a warning.
    mutating func warning(
        _ code: DiagnosticCode, _ title: String, at span: SourceSpan, label: String? = nil, notes: [String] = []
    ) {
        diagnostics.warning(code, title, at: span, label: label, notes: notes)
    }

    /// Adds the finding that a key stands twice in one mapping.
    mutating func duplicateKey(_ key: YAMLKey, first: SourceSpan) {
        let notes = key.text == "<<" ? ["to bring in several mappings write '<<: [*first, *second]'"] : []
        error(
            .duplicateKey, "the key '\(key.text)' stands twice", at: key.span, label: "again here", notes: notes,
            related: [Diagnostic.Related(first, "first here")])
    }
}
