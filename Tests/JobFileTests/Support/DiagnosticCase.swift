import Diagnostics
import Testing

/// A job with mistakes of one kind, each marked.
struct DiagnosticCase: Sendable, CustomTestStringConvertible {
    let code: String
    /// A part of the title or the label of the first one.
    let says: String
    let text: String
    var files: [SourceFile] = []

    init(_ code: String, _ says: String, _ text: String, including files: [SourceFile] = []) {
        self.code = code
        self.says = says
        self.text = text
        self.files = files
    }

    var testDescription: String { "\(code) \(says)" }

    /// Checks that exactly the marked places are found.
    func verify(sourceLocation: Testing.SourceLocation = #_sourceLocation) {
        let marked = MarkedText(text)
        let (file, diagnostics) = JobFileTests.check(marked.file, including: files)
        let isWarning = diagnostics.allSatisfy { $0.severity == .warning }
        #expect((file == nil) == !isWarning, sourceLocation: sourceLocation)
        #expect(
            diagnostics.map(\.code.rawValue) == marked.spans.map { _ in code }, "\(diagnostics.map(\.title))",
            sourceLocation: sourceLocation)
        #expect(
            diagnostics.compactMap(\.span).map(\.text) == marked.spans.map(\.text), sourceLocation: sourceLocation)
        #expect(diagnostics.compactMap(\.span) == marked.spans, sourceLocation: sourceLocation)
        guard let first = diagnostics.first else { return }
        let message = ([first.title, first.label ?? ""] + first.notes).joined(separator: "\n")
        #expect(message.contains(says), "\(message)", sourceLocation: sourceLocation)
    }
}
