/// A text inside JSON and HTML, and as Swift prints it for debugging.
enum EscapedForms {
    /// Those forms that differ from the text.
    static func all(of text: String) -> [[UInt8]] {
        let forms = [
            json(text, escapesSlash: false, ascii: nil), json(text, escapesSlash: true, ascii: nil),
            json(text, escapesSlash: false, ascii: HexForms.lower),
            json(text, escapesSlash: false, ascii: HexForms.upper),
            json(text, escapesSlash: true, ascii: HexForms.lower), html(text, apostrophe: "&#39;"),
            html(text, apostrophe: "&#x27;"), html(text, apostrophe: "&apos;"), html(text, apostrophe: "'"),
            String(text.debugDescription.dropFirst().dropLast()),
        ]
        return forms.filter { $0 != text }.map { Array($0.utf8) }
    }

    /// The inside of a JSON string; with digits, all that is not ASCII becomes `\u` escapes.
    private static func json(_ text: String, escapesSlash: Bool, ascii digits: [UInt8]?) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\" + String(scalar)
            case "/": result += escapesSlash ? "\\/" : "/"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{8}": result += "\\b"
            case "\u{C}": result += "\\f"
            case _ where scalar.value < 0x20 || (scalar.value > 0x7E && digits != nil):
                for unit in UTF16.encode(scalar) ?? .init() {
                    let digits = digits ?? HexForms.lower
                    let shown = [12, 8, 4, 0].map { digits[Int(unit >> UInt16($0) & 0x0F)] }
                    result += "\\u" + String(decoding: shown, as: UTF8.self)
                }
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func html(_ text: String, apostrophe: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += apostrophe
            default: result.append(character)
            }
        }
    }
}
