/// The findings of one or more passes, collected so that all of them can be shown at once.
public struct DiagnosticList: Sendable {
    /// The findings in the order in which they were added.
    public private(set) var all: [Diagnostic] = []

    /// Makes an empty list.
    public init() {}

    /// Adds a finding.
    public mutating func add(_ diagnostic: Diagnostic) {
        all.append(diagnostic)
    }

    /// Adds several findings.
    public mutating func add(contentsOf diagnostics: some Sequence<Diagnostic>) {
        all.append(contentsOf: diagnostics)
    }

    /// Adds an error.
    public mutating func error(
        _ code: DiagnosticCode,
        _ title: String,
        at span: SourceSpan?,
        label: String? = nil,
        notes: [String] = [],
        related: [Diagnostic.Related] = []
    ) {
        add(
            Diagnostic(
                code: code, severity: .error, title: title, span: span, label: label, notes: notes, related: related))
    }

    /// Adds a warning.
    public mutating func warning(
        _ code: DiagnosticCode,
        _ title: String,
        at span: SourceSpan?,
        label: String? = nil,
        notes: [String] = [],
        related: [Diagnostic.Related] = []
    ) {
        add(
            Diagnostic(
                code: code, severity: .warning, title: title, span: span, label: label, notes: notes, related: related))
    }

    /// Whether one of the findings is an error.
    public var hasErrors: Bool { all.contains { $0.severity == .error } }

    /// Whether there are no findings.
    public var isEmpty: Bool { all.isEmpty }

    /// The number of findings.
    public var count: Int { all.count }

    /// The findings by place: file by file in the order in which the files first appear, then by offset; those without
    /// a place come last, and those at one place keep their order.
    public func sorted() -> [Diagnostic] {
        var fileNumbers: [SourceFile: Int] = [:]
        for case let span? in all.map(\.span) where fileNumbers[span.file] == nil {
            fileNumbers[span.file] = fileNumbers.count
        }
        return all.enumerated()
            .map {
                (index: $0.offset, file: $0.element.span.flatMap { fileNumbers[$0.file] } ?? .max, item: $0.element)
            }
            .sorted { left, right in
                (left.file, left.item.span?.start ?? 0, left.index)
                    < (right.file, right.item.span?.start ?? 0, right.index)
            }
            .map(\.item)
    }
}
