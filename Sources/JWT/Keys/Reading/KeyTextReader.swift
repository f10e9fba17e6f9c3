/// Finds the private key in a text.
enum KeyTextReader {
    static func read(_ text: String) throws(KeyError) -> PrivateKey {
        try TextLimit.check(text, of: "key")
        if text.first(where: { !isFiller($0) }) == "{" { return try JWKReader.read(text) }
        let blocks = PEMBlock.all(in: text)
        guard let block = blocks.first(where: { labels.contains($0.label) }) else {
            throw WrongKeyText.error(text, blocks: blocks)
        }
        if block.isEncrypted { throw WrongKeyText.encrypted }
        guard block.isComplete else { throw WrongKeyText.cutOff }
        guard let content = block.content else {
            throw KeyError(
                "the text between the BEGIN and the END line of the private key is no base64",
                hint: "copy the whole text again")
        }
        return PrivateKey(try PrivateKeyStructure.read(content))
    }

    private static let labels: Set = ["PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY"]

    /// Whether it may stand before a JWK: blank space, and the byte order mark that Windows editors write.
    private static func isFiller(_ character: Character) -> Bool {
        character.isWhitespace || character == "\u{FEFF}"
    }
}
