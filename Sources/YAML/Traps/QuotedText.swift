/// Text as it is to be written to be taken as it is.
enum QuotedText {
    /// The text in double quotes, or in single quotes where that needs no escapes; long text is only hinted at.
    static func quoted(_ text: String) -> String {
        guard text.utf8.count <= 60, !text.utf8.contains(where: \.isLineBreak) else { return "it in quotes" }
        if !text.contains("\""), !text.contains("\\") { return "\"\(text)\"" }
        return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }
}
