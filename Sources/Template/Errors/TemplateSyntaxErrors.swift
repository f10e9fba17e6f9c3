/// All that is wrong with the text of a template, in the order of their places.
public struct TemplateSyntaxErrors: Error, Hashable, Sendable {
    /// The errors, at least one.
    public let errors: [TemplateError]

    /// Makes the list.
    public init(errors: [TemplateError]) {
        self.errors = errors
    }
}
