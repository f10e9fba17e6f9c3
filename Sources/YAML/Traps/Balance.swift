/// Which brackets and quotes of a text are left open, and which are closed that were never opened.
struct Balance {
    /// Whether a `${` is left open.
    private(set) var hasOpenTemplate = false
    /// What would close the innermost bracket or quote that is left open.
    private(set) var missingCloser: UInt8?
    /// Whether something is closed that was not opened.
    private(set) var hasExtraCloser = false

    init(of text: some Sequence<UInt8>) {
        var open: [(closer: UInt8, isTemplate: Bool)] = []
        var quote: UInt8?
        var previous = UInt8(ascii: " ")
        for byte in text {
            defer { previous = byte }
            if let closer = quote {
                if byte == closer { quote = nil }
                continue
            }
            switch byte {
            case UInt8(ascii: "("): open.append((UInt8(ascii: ")"), false))
            case UInt8(ascii: "["): open.append((UInt8(ascii: "]"), false))
            case UInt8(ascii: "{"): open.append((UInt8(ascii: "}"), previous == UInt8(ascii: "$")))
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                if open.last?.closer == byte { open.removeLast() } else { hasExtraCloser = true }
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                // An apostrophe stands behind a letter, an opening quote does not.
                if !previous.isWordByte { quote = byte }
            default: break
            }
        }
        hasOpenTemplate = open.contains { $0.isTemplate }
        missingCloser = quote ?? open.last?.closer
    }
}
