internal import Diagnostics

/// A value that is known when the job is loaded: written down, or a template that is evaluated then.
struct Loaded<Value: Sendable>: Sendable {
    /// How the value is given.
    enum Content: Sendable {
        /// As it is.
        case value(Value)
        /// By a template, whose text is read in the same way.
        case template(LocatedTemplate, ScalarReader<Value>)
    }

    /// How the value is given.
    let content: Content
    /// Where it stands.
    let span: SourceSpan

    /// The value, when it does not depend on anything.
    var literal: Value? {
        if case .value(let value) = content { value } else { nil }
    }
}
