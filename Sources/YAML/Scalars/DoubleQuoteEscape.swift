/// An escape of a double-quoted scalar.
struct DoubleQuoteEscape {
    /// What it stands for; empty for one that YAML does not have.
    let text: [UInt8]
    /// How many bytes it takes, the backslash included.
    let length: Int

    /// The letters behind a backslash that stand for something, besides `x`, `u` and `U` with their digits.
    private static let single: [UInt8: Unicode.Scalar] = [
        UInt8(ascii: "0"): "\0", UInt8(ascii: "a"): "\u{07}", UInt8(ascii: "b"): "\u{08}", UInt8(ascii: "t"): "\t",
        UInt8(ascii: "\t"): "\t", UInt8(ascii: "n"): "\n", UInt8(ascii: "v"): "\u{0B}", UInt8(ascii: "f"): "\u{0C}",
        UInt8(ascii: "r"): "\r", UInt8(ascii: "e"): "\u{1B}", UInt8(ascii: " "): " ", UInt8(ascii: "\""): "\"",
        UInt8(ascii: "/"): "/", UInt8(ascii: "\\"): "\\", UInt8(ascii: "N"): "\u{85}", UInt8(ascii: "_"): "\u{A0}",
        UInt8(ascii: "L"): "\u{2028}", UInt8(ascii: "P"): "\u{2029}",
    ]

    /// Reads the escape whose backslash stands at an offset.
    init(at offset: Int, in bytes: [UInt8]) {
        guard offset + 1 < bytes.count else {
            self.init(nil, length: 1)
            return
        }
        let digits: Int
        switch bytes[offset + 1] {
        case UInt8(ascii: "x"): digits = 2
        case UInt8(ascii: "u"): digits = 4
        case UInt8(ascii: "U"): digits = 8
        case let letter:
            self.init(Self.single[letter], length: 2)
            return
        }
        let end = min(offset + 2 + digits, bytes.count)
        let code = UInt32(String(decoding: bytes[offset + 2..<end], as: UTF8.self), radix: 16)
        self.init(code.flatMap(Unicode.Scalar.init), length: end - offset)
    }

    private init(_ scalar: Unicode.Scalar?, length: Int) {
        text = scalar.map { Array(String($0).utf8) } ?? []
        self.length = length
    }
}
