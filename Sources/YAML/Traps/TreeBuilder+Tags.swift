internal import Diagnostics

extension TreeBuilder {
    /// Says that a value has a tag: a type, or text that happens to begin with `!`.
    mutating func reportTag(at tag: SourceSpan, isValue: Bool) {
        let name = tag.text.utf8.drop { $0 == UInt8(ascii: "!") }
        if isValue || !(name.first?.isLetter ?? false) {
            findings.error(
                .textLikeTag, "text that begins with '!' is a tag", at: tag, label: "put the whole text in quotes")
        } else {
            findings.error(
                .explicitTag, "tags are not used here", at: tag, label: "remove the tag",
                notes: ["text that begins with '!', or that looks like a number, is written in quotes"])
        }
    }
}
