/// A text as shells take it, and as programs print it for them: in quotes, or with backslashes instead.
enum ShellForms {
    /// Those forms that differ from the text; the quotes around them are not part of them.
    static func all(of text: String) -> [[UInt8]] {
        (quoted(text) + escaped(text) + ansiC(text)).map { Array($0.utf8) }.filter { $0 != Array(text.utf8) }
    }

    /// Between plain quotes, which end for each quote inside or double it, as in YAML, SQL and CSV.
    private static func quoted(_ text: String) -> [String] {
        [
            replacing(text) { $0 == "'" ? "'\\''" : nil },
            // Python's shlex.quote.
            replacing(text) { $0 == "'" ? "'\"'\"'" : nil },
            replacing(text) { "\"$`\\".unicodeScalars.contains($0) ? "\\\($0)" : nil },
            replacing(text) { "\"$`\\!".unicodeScalars.contains($0) ? "\\\($0)" : nil },
            replacing(text) { $0 == "'" ? "''" : nil },
            replacing(text) { $0 == "\"" ? "\"\"" : nil },
        ]
    }

    /// Without quotes, a backslash before each special character.
    private static func escaped(_ text: String) -> [String] {
        let bash = replacing(text) { " !\"$&'()*,;<>?[\\]^`{|}".unicodeScalars.contains($0) ? "\\\($0)" : nil }
        return [
            // What is special at the beginning of a word only.
            text.hasPrefix("#") || text.hasPrefix("~") ? "\\" + bash : bash,
            // Ruby's Shellwords, which encloses line breaks in quotes.
            replacing(text) { scalar in
                if scalar == "\n" { return "'\n'" }
                return isWord(scalar) || "-.,:+/@".unicodeScalars.contains(scalar) ? nil : "\\\(scalar)"
            },
            // Perl's quotemeta.
            replacing(text) { $0.isASCII && !isWord($0) ? "\\\($0)" : nil },
        ]
    }

    /// As in `$'…'` of shells and in the literals of C and Python.
    private static func ansiC(_ text: String) -> [String] {
        ["'", "'\"", "\"", ""].flatMap { quotes in
            [Digits.none, .octal, .hexadecimal].map { digits in
                replacing(text) { scalar in
                    switch scalar {
                    case "\\": "\\\\"
                    case "\n": "\\n"
                    case "\r": "\\r"
                    case "\t": "\\t"
                    case _ where quotes.unicodeScalars.contains(scalar): "\\\(scalar)"
                    case _ where scalar.value < 0x20 || scalar.value > 0x7E: digits.escape(scalar)
                    default: nil
                    }
                }
            }
        }
    }

    /// How bytes that cannot be shown are written.
    private enum Digits {
        case none, octal, hexadecimal

        func escape(_ scalar: Unicode.Scalar) -> String? {
            let bytes = String(scalar).utf8
            switch self {
            case .none: return nil
            case .octal: return bytes.map { "\\" + padded(String($0, radix: 8), to: 3) }.joined()
            case .hexadecimal: return bytes.map { "\\x" + padded(String($0, radix: 16), to: 2) }.joined()
            }
        }

        private func padded(_ digits: String, to count: Int) -> String {
            String(repeating: "0", count: max(count - digits.count, 0)) + digits
        }
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_": true
        default: false
        }
    }

    private static func replacing(_ text: String, by replacement: (Unicode.Scalar) -> String?) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if let other = replacement(scalar) { result += other } else { result.unicodeScalars.append(scalar) }
        }
        return result
    }
}
