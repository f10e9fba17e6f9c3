internal import Diagnostics

/// An entry of a mapping with names of the job's own.
struct Named<Value: Sendable>: Sendable {
    /// The name.
    let name: String
    /// Where the name stands.
    let nameSpan: SourceSpan
    /// The value.
    var value: Value
    /// Where the value stands.
    let span: SourceSpan
    /// The templates in the value.
    let uses: [TemplateUse]
}
