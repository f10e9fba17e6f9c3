/// The core schema of YAML 1.2 (10.3.2).
extension YAMLValue {
    /// What a plain scalar stands for.
    init(plain text: String) {
        switch text {
        case "", "~", "null", "Null", "NULL": self = .null
        case "true", "True", "TRUE": self = .bool(true)
        case "false", "False", "FALSE": self = .bool(false)
        default: self = Self.number(text) ?? .string(text)
        }
    }

    private static func number(_ text: String) -> YAMLValue? {
        var rest = Substring(text).utf8
        if rest.starts(with: "0x".utf8) { return isWhole(rest.dropFirst(2), \.isHexDigit) ? .integer(text) : nil }
        if rest.starts(with: "0o".utf8) { return isWhole(rest.dropFirst(2), \.isOctalDigit) ? .integer(text) : nil }
        switch text {
        case ".nan", ".NaN", ".NAN": return .float(text)
        default: break
        }
        if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") { rest.removeFirst() }
        switch String(Substring(rest)) {
        case ".inf", ".Inf", ".INF": return .float(text)
        default: break
        }

        let whole = rest.prefix(while: \.isDigit)
        rest = rest.dropFirst(whole.count)
        if rest.isEmpty { return whole.isEmpty ? nil : .integer(text) }
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            let fraction = rest.prefix(while: \.isDigit)
            guard !whole.isEmpty || !fraction.isEmpty else { return nil }
            rest = rest.dropFirst(fraction.count)
        } else if whole.isEmpty {
            return nil
        }
        guard let mark = rest.first else { return .float(text) }
        guard mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") else { return nil }
        rest.removeFirst()
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest.removeFirst() }
        return isWhole(rest, \.isDigit) ? .float(text) : nil
    }

    private static func isWhole(_ digits: Substring.UTF8View, _ isDigit: (UInt8) -> Bool) -> Bool {
        !digits.isEmpty && digits.allSatisfy(isDigit)
    }
}
