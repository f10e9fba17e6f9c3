internal import Diagnostics

/// Turns the text of a scalar into a value.
struct ScalarReader<Value: Sendable>: Sendable {
    /// The description.
    let form: ScalarForm
    /// The code of its diagnostics.
    let code: DiagnosticCode
    /// Reads a text.
    let parse: @Sendable (String) throws(ValueProblem) -> Value
    /// What is doubtful about a value, with the places in its text.
    let warnings: @Sendable (Value) -> [ValueProblem]

    init(
        _ form: ScalarForm, code: DiagnosticCode,
        warnings: @escaping @Sendable (Value) -> [ValueProblem] = { _ in [] },
        parse: @escaping @Sendable (String) throws(ValueProblem) -> Value
    ) {
        self.form = form
        self.code = code
        self.warnings = warnings
        self.parse = parse
    }
}
