/// A text with `${…}` in it.
public struct Template: Sendable {
    /// A piece of a template.
    enum Part: Sendable {
        case literal(String)
        /// A `${…}` and where it stands.
        case expression(Expression, Range<Int>)
    }

    /// The text as it was written.
    public let text: String
    /// Every reference in it, in the order of their places.
    public let references: [TemplateReference]
    /// The names of the functions that it calls.
    public let calledFunctions: Set<String>

    let parts: [Part]

    /// Reads a template.
    ///
    /// - Throws: all that is wrong with it, at once where one error does not hide another. Names that nobody knows are
    ///   no error here: ``references`` is for finding them.
    public init(_ text: String) throws(TemplateSyntaxErrors) {
        var parser = TemplateParser(text)
        parts = try parser.parse()
        let expressions = parts.compactMap { part in
            if case .expression(let expression, _) = part { expression } else { nil }
        }
        references = expressions.flatMap(\.references)
        calledFunctions = Set(expressions.flatMap(\.calledFunctions))
        self.text = text
    }

    private init(literal: String) {
        text = literal
        parts = [.literal(literal)]
        references = []
        calledFunctions = []
    }

    /// A text in which nothing is evaluated.
    public static func literal(_ text: String) -> Template {
        Template(literal: text)
    }

    /// Whether it is exactly one `${…}`.
    public var isSingleExpression: Bool {
        parts.count == 1 && literalText == nil
    }

    /// The text when there is no `${…}` in it, with `$${` as `${`.
    public var literalText: String? {
        guard let first = parts.first else { return "" }
        if parts.count == 1, case .literal(let text) = first { return text }
        return nil
    }
}
