/// What templates may take.
enum Limits {
    /// The length of a template's text.
    static let templateBytes = 1 << 20
    /// Brackets, arguments and `!` within each other.
    static let depth = 32
    /// Errors of one template that are reported.
    static let errors = 50
    /// The length of any text that a template makes.
    static let textBytes = 64 << 20
    /// The elements of any list that a template makes.
    static let elements = 1_000_000

    /// Checks a text that a template made.
    static func check(_ text: String, at range: Range<Int>) throws(TemplateError) {
        if text.utf8.count > textBytes { throw textTooLong(at: range) }
    }

    static func textTooLong(at range: Range<Int>) -> TemplateError {
        TemplateError(message: "the text grows beyond \(textBytes >> 20) MiB", range: range)
    }
}
