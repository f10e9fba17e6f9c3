/// The URL of a PostgreSQL database as far as checking a job needs to look into it.
enum PostgresURL {
    /// Whether a text begins as such a URL does.
    static func hasScheme(_ text: String) -> Bool {
        let text = text.lowercased()
        return text.hasPrefix("postgres://") || text.hasPrefix("postgresql://")
    }

    /// Whether a template of such a URL holds a password as text.
    static func hasWrittenPassword(_ template: String) -> Bool {
        let text = TemplateText(template).segments.map { segment in
            switch segment {
            case .literal(let text): String(text)
            // Nothing is written there, and nothing in it is part of the URL.
            case .expression: ""
            }
        }.joined()
        guard let mark = text.firstRange(of: "://") else { return false }
        let rest = text[mark.upperBound...]
        let authority = rest.prefix { !"/?#".contains($0) }
        if let at = authority.lastIndex(of: "@"), let colon = authority[..<at].firstIndex(of: ":"),
            authority.index(after: colon) < at
        {
            return true
        }
        guard let query = rest.firstIndex(of: "?") else { return false }
        return rest[query...].dropFirst().split(separator: "&").contains { field in
            field.lowercased().hasPrefix("password=") && field.utf8.count > "password=".utf8.count
        }
    }
}
