/// The forms that a secret takes on its way through headers, URLs, forms, JSON, HTML and command lines.
enum SecretForms {
    /// From this length on a form other than the raw text is told apart from ordinary text.
    static let minimumLength = 8

    /// Every form to be masked, the raw text first.
    static func all(of secret: Secret) -> [[UInt8]] {
        let text = secret.reveal()
        guard !text.allSatisfy(\.isWhitespace) else { return [] }
        var parts = [text]
        // Logs quote a key of several lines line by line.
        parts += text.split(whereSeparator: \.isNewline).map(String.init).filter { line in
            line.utf8.count >= minimumLength && !line.hasPrefix("-----")
        }
        let trimmed = text.drop(while: \.isWhitespace)
        if let last = trimmed.lastIndex(where: { !$0.isWhitespace }) { parts.append(String(trimmed[...last])) }
        return parts.flatMap { part in
            let raw = Array(part.utf8)
            return raw.count < minimumLength ? [raw] : [raw] + derived(raw, part)
        }
    }

    private static func derived(_ raw: [UInt8], _ text: String) -> [[UInt8]] {
        let base64 = Base64Forms.all(of: raw)
        return base64 + base64.flatMap(PercentForms.all) + PercentForms.all(of: raw) + EscapedForms.all(of: text)
            + ShellForms.all(of: text) + HexForms.all(of: raw)
    }
}
