extension ScalarForm {
    static let host = ScalarForm(.text, "a host or an origin", plural: "hosts")
}

extension ScalarReader where Value == String {
    /// Where a credential may be sent: an origin, a host, or a host that begins with `*.`.
    static let host = ScalarReader(.host, code: .badAddress) { text throws(ValueProblem) in
        if text.contains("://") {
            let address = try WebAddress(text)
            let rest = text.drop { $0 != ":" }.dropFirst(3)
            guard let slash = rest.firstIndex(where: { "/?#".contains($0) }), rest[slash...] != "/" else {
                return address.origin
            }
            throw ValueProblem("a credential is bound to a host, not to a path", hint: "write \(address.origin)")
        }
        let host = text.hasPrefix("*.") ? text.dropFirst(2) : text[...]
        guard !host.isEmpty, host.utf8.allSatisfy(isHostByte) else {
            throw ValueProblem(
                "this is not a host", hint: "such as api.example.com, *.example.com or https://api.example.com")
        }
        return text.lowercased()
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"):
            true
        default: false
        }
    }
}
