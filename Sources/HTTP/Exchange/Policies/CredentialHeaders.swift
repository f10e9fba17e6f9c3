/// Which header fields stay behind when a redirect leads to another origin.
enum CredentialHeaders {
    /// Parts of names that fields with credentials have.
    private static let marks = [
        "auth", "cookie", "token", "secret", "password", "api-key", "apikey", "credential", "signature",
    ]

    /// Whether a field stays behind: it holds a secret, looks as if it did, or names the host.
    static func staysBehind(_ header: HTTPHeader) -> Bool {
        let name = header.name.lowercased()
        return header.isSecret || name == "host" || marks.contains { name.contains($0) }
    }
}
