/// What is wrong with a template, when it is read or when it is evaluated.
public struct TemplateError: Error, Hashable, Sendable {
    /// What is wrong, in one line.
    public let message: String
    /// What to do about it, in a few words.
    public let hint: String?
    /// Where: UTF-8 offsets in the template's text.
    public let range: Range<Int>

    /// Makes an error.
    ///
    /// - Parameter range: where; a scope leaves it empty, and the evaluator fills in the place of the reference.
    public init(message: String, hint: String? = nil, range: Range<Int> = 0..<0) {
        self.message = message
        self.hint = hint
        self.range = range
    }

    /// The same error with this place, unless it has one.
    func placed(at place: Range<Int>) -> TemplateError {
        range.isEmpty ? TemplateError(message: message, hint: hint, range: place) : self
    }
}
