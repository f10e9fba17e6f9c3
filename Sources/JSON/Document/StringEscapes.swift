/// The escapes of JSON strings.
enum StringEscapes {
    /// The text of a string's inside that was checked before.
    static func decode(_ raw: ArraySlice<UInt8>) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(raw.count)
        var rest = raw
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let escape = rest.popFirst() else {
                result.append(byte)
                continue
            }
            switch escape {
            case UInt8(ascii: "b"): result.append(0x08)
            case UInt8(ascii: "f"): result.append(0x0C)
            case UInt8(ascii: "n"): result.append(0x0A)
            case UInt8(ascii: "r"): result.append(0x0D)
            case UInt8(ascii: "t"): result.append(0x09)
            case UInt8(ascii: "u"):
                var code = unit(&rest)
                if code & 0xFC00 == 0xD800 {
                    rest = rest.dropFirst(2)
                    code = 0x10000 + (code & 0x3FF) << 10 + (unit(&rest) & 0x3FF)
                }
                if let scalar = UnicodeScalar(code) { result.append(contentsOf: UTF8.encode(scalar) ?? .init()) }
            default: result.append(escape)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func unit(_ rest: inout ArraySlice<UInt8>) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 { value = value << 4 | UInt32(rest.popFirst().flatMap(Hex.value) ?? 0) }
        return value
    }
}
