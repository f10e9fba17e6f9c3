import Foundation

/// The tokens that were issued and are good until they expire or are revoked.
struct TokenStore {
    /// What a token allows.
    struct Grant {
        let scopes: [String]
        let expires: Date
        var isRevoked = false
    }

    private var grants: [String: Grant] = [:]
    private var issued = 0

    /// Issues a token; its text depends only on how many came before.
    mutating func issue(to client: OAuthClient, scopes: [String], lifetime: Double, isJWT: Bool) -> String {
        issued += 1
        if grants.count > 100_000 {
            grants = grants.filter { $0.value.expires > Date() }
        }
        let token = isJWT ? Self.jwt(client, scopes, issued, lifetime) : Self.opaque(issued)
        grants[token] = Grant(scopes: scopes, expires: Date(timeIntervalSinceNow: lifetime))
        return token
    }

    /// The grant of a token, if it was issued here.
    func grant(of token: String) -> Grant? {
        grants[token]
    }

    /// Revokes one token.
    mutating func revoke(_ token: String) {
        grants[token]?.isRevoked = true
    }

    /// Revokes every token and returns how many there were.
    mutating func revokeAll() -> Int {
        for token in grants.keys {
            grants[token]?.isRevoked = true
        }
        return grants.count
    }

    private static func opaque(_ number: Int) -> String {
        // Scattered bits, so that no token is part of another; `/` and `+` show where encoding is forgotten.
        let bits = UInt64(truncatingIfNeeded: number) &* 0x9e37_79b9_7f4a_7c15
        return "dt/" + String(bits, radix: 36) + "+" + String(~bits, radix: 36) + "=="
    }

    private static func jwt(_ client: OAuthClient, _ scopes: [String], _ number: Int, _ lifetime: Double) -> String {
        let now = Int(Date().timeIntervalSince1970)
        let header = JSONText.object([("alg", .string("HS256")), ("typ", .string("JWT"))])
        let claims = JSONText.object([
            ("iss", .string("http://127.0.0.1/")), ("sub", .string(client.id)),
            ("scope", .string(scopes.joined(separator: " "))), ("iat", .int(now)),
            ("exp", .int(now + Int(min(lifetime, 1e9)))), ("jti", .string(String(number))),
        ])
        return [header.text, claims.text, "not-a-signature-\(number)"].map(base64url).joined(separator: ".")
    }

    private static func base64url(_ text: String) -> String {
        Data(text.utf8).base64EncodedString()
            .replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }
}
