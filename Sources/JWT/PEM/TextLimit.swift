/// How much text of a key or a certificate is read.
enum TextLimit {
    /// A key has a few KiB, a chain of certificates some dozens.
    static let bytes = 256 << 10

    static func check(_ text: String, of what: String) throws(KeyError) {
        guard text.utf8.count <= bytes else {
            throw KeyError("the text of the \(what) has more than 256 KiB", hint: "give that of the \(what) only")
        }
    }
}
