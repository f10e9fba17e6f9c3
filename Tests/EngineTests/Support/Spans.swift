import Diagnostics

extension SourceSpan {
    /// A span for values that no job file holds.
    static let none = SourceSpan(file: SourceFile(name: "test", text: ""), start: 0, end: 0)
}
