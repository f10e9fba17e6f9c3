import Foundation

/// The forms in which a secret would be readable: as it is, and in every encoding that travels.
struct SecretForms {
    private let forms: [(name: String, text: String)]

    init(_ secret: String) {
        let bytes = Array(secret.utf8)
        var forms: [(String, String)] = [
            ("as it is", secret),
            ("hex", bytes.map { Self.hex($0) }.joined()),
            ("upper-case hex", bytes.map { Self.hex($0).uppercased() }.joined()),
            ("HTML", Self.html(secret)),
            ("quotes of a shell", secret.replacingOccurrences(of: "'", with: "'\\''")),
            ("Python's quotes for a shell", secret.replacingOccurrences(of: "'", with: "'\"'\"'")),
            ("doubled quotes", secret.replacingOccurrences(of: "'", with: "''")),
            ("backslashes for a shell", secret.replacing(/[ !"$&'()*,;<>?\[\\\]^`{|}]/) { "\\" + $0.output }),
        ]
        for (name, kept) in [("percent", "-._~"), ("percent of a query", "-._~!$'()*,;:@/?"), ("form", "*-._")] {
            let encoded = Self.percent(bytes, keeping: kept)
            forms.append((name, encoded))
            forms.append((name + ", lower case", encoded.replacing(/%../) { $0.output.lowercased() }))
            forms.append((name + ", + for a blank", encoded.replacingOccurrences(of: "%20", with: "+")))
        }
        let once = Self.percent(bytes, keeping: "-._~")
        forms.append(("percent, twice", Self.percent(Array(once.utf8), keeping: "-._~")))
        for (name, isASCII, escapesSlash) in [
            ("JSON", false, false), ("JSON in ASCII", true, false), ("JSON with \\/", false, true),
        ] {
            forms.append((name, Self.json(secret, isASCII: isASCII, escapesSlash: escapesSlash)))
        }
        for alignment in 0..<3 {
            let encoded = Self.base64(bytes, after: alignment)
            forms.append(("base64 at \(alignment)", encoded))
            forms.append(
                (
                    "base64url at \(alignment)",
                    encoded.replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
                ))
        }
        // Text that is broken at its line breaks shows it as well; the frame of a PEM is no secret.
        let lines = secret.split(separator: "\n").filter { $0.utf8.count >= 16 && !$0.hasPrefix("-----") }
        if secret.contains("\n") {
            forms += lines.map { ("a line of it", String($0)) }
            forms.append(("in one line", lines.joined()))
        }
        self.forms = forms
    }

    /// How many forms there are.
    var count: Int { forms.count }

    /// The names of the forms that stand in a text.
    func found(in text: String) -> [String] {
        forms.filter { text.contains($0.text) }.map(\.name)
    }

    private static func hex(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }

    private static func percent(_ bytes: [UInt8], keeping: String) -> String {
        bytes.map { byte in
            let scalar = Unicode.Scalar(byte)
            let isKept = byte < 0x80 && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            return isKept || keeping.utf8.contains(byte) ? String(scalar) : "%" + hex(byte).uppercased()
        }.joined()
    }

    private static func html(_ text: String) -> String {
        [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;")]
            .reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
    }

    private static func json(_ text: String, isASCII: Bool, escapesSlash: Bool) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "/" where escapesSlash: result += "\\/"
            case _ where isASCII && scalar.value > 0x7E:
                for unit in String(scalar).utf16 {
                    result += "\\u" + hex(UInt8(unit >> 8)) + hex(UInt8(unit & 0xFF))
                }
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// What of the base64 of a text that has the secret in it depends on the secret alone.
    private static func base64(_ bytes: [UInt8], after count: Int) -> String {
        let encoded = Data([UInt8](repeating: 0, count: count) + bytes).base64EncodedString()
        let first = (count * 8 + 5) / 6
        let last = (count + bytes.count) * 8 / 6
        return String(encoded.prefix(last).dropFirst(first))
    }
}
