/// Text such as `get:/orders`, where a blank behind the `:` is probably missing.
enum KeyLikeText {
    /// The offset of the `:` in text that begins with a word and a colon with something right behind it.
    ///
    /// A URL is not such text.
    static func colon(in text: some Collection<UInt8>) -> Int? {
        let word = text.prefix(while: \.isWordByte)
        let rest = text.dropFirst(word.count)
        guard let first = word.first, !first.isDigit, rest.first == UInt8(ascii: ":") else { return nil }
        let value = rest.dropFirst()
        guard let next = value.first, !next.isBlank, !next.isLineBreak, !value.starts(with: "//".utf8) else {
            return nil
        }
        return word.count
    }

    /// Whether what stands behind the colon is a path, a URL or a template, which no name of two parts has.
    static func isCertain(_ text: some Collection<UInt8>, colon: Int) -> Bool {
        let value = text.dropFirst(colon + 1)
        return ["/", "${", "http://", "https://"].contains { value.starts(with: $0.utf8) }
    }
}
