/// Why a text is not a value of the kind that a key wants.
struct ValueProblem: Error {
    /// What is wrong.
    let message: String
    /// What to do.
    let hint: String?
    /// Where in the text, in UTF-8 offsets; nil for all of it.
    let range: Range<Int>?
    /// Further lines.
    let notes: [String]

    init(_ message: String, hint: String? = nil, range: Range<Int>? = nil, notes: [String] = []) {
        self.message = message
        self.hint = hint
        self.range = range
        self.notes = notes
    }
}
