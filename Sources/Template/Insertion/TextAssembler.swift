internal import Secrets

/// Puts the pieces of a template together to text.
struct TextAssembler {
    private let place: InsertionPlace
    private var text = ""
    private var isSecret = false
    private var isStarted = false
    private var url = URLInsertion()

    init(_ place: InsertionPlace) {
        self.place = place
    }

    mutating func append(literal: String) {
        isStarted = true
        text += literal
    }

    /// - Parameter range: where the `${…}` stands.
    mutating func insert(_ value: TemplateValue, at range: Range<Int>) throws(TemplateError) {
        let inserted = try value.insertedText(at: range)
        if value.isSecret { isSecret = true }
        switch place {
        case .plain: text += inserted
        case .header, .path:
            try Self.checkLine(inserted, in: place == .header ? "a header" : "the path of a file", at: range)
            text += inserted
        case .url where !isStarted:
            // A value that begins the URL is a whole one.
            try Self.checkLine(inserted, in: "a URL", at: range)
            text = inserted
        case .url:
            try url.insert(inserted, isEncodedPath: value.isEncodedPath, into: &text, at: range)
        }
        isStarted = true
        try Limits.check(text, at: range)
    }

    func finish() throws(TemplateError) -> SensitiveText {
        try url.checkSegments(of: text)
        return SensitiveText(text, isSecret: isSecret)
    }

    /// Checks that a value stays on its line.
    static func checkLine(_ text: String, in place: String, at range: Range<Int>) throws(TemplateError) {
        if text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) {
            throw TemplateError(
                message: "the value has a line break, which \(place) cannot have",
                hint: "| trim, or replace(\"\\n\", …)",
                range: range)
        }
        if text.utf8.contains(0) {
            throw TemplateError(message: "the value has a NUL, which \(place) cannot have", range: range)
        }
    }
}
