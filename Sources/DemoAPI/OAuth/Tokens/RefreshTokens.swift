/// The refresh tokens that were issued.
struct RefreshTokens {
    /// What a refresh token stands for.
    struct Entry: Sendable {
        let client: String
        let scopes: [String]
        var subject: String?
        /// The key it is bound to (RFC 9449 5).
        var thumbprint: String?
        var isUsed = false
        var isRevoked = false
    }

    /// What became of a use.
    enum Use {
        case spent, kept
        case replaced(by: String)
    }

    private var entries: [String: Entry] = [:]
    private var issued = 0

    init() {
        for (token, client) in OAuthClient.builtInRefreshTokens {
            entries[token] = Entry(client: client, scopes: ["read:data", "write:data"], subject: "grace")
        }
    }

    subscript(_ token: String) -> Entry? { entries[token] }

    /// Issues a token, or takes one in by its text.
    mutating func issue(_ entry: Entry, text: String? = nil) -> String {
        issued += 1
        let bits = UInt64(truncatingIfNeeded: issued) &* 0xd6e8_feb8_6659_fd93
        let token = text ?? "rt/" + String(bits, radix: 36) + "+" + String(~bits, radix: 36)
        if entries.count > 100_000 {
            entries = entries.filter { !$0.value.isUsed }
        }
        entries[token] = entry
        return token
    }

    /// Uses a token, and puts another in its place where it rotates.
    mutating func use(_ token: String, rotates: Bool) -> Use {
        guard let entry = entries[token], !entry.isUsed, !entry.isRevoked else { return .spent }
        guard rotates else { return .kept }
        entries[token]?.isUsed = true
        return .replaced(by: issue(entry))
    }

    mutating func revoke(_ token: String) {
        entries[token]?.isRevoked = true
    }
}
