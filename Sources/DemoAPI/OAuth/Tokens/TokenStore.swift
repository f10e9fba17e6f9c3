import Foundation

/// The tokens that were issued and are good until they expire or are revoked.
struct TokenStore {
    /// What a token allows.
    struct Grant: Sendable {
        let client: String
        var subject: String?
        let scopes: [String]
        let issued: Double
        /// In seconds since 1970.
        let expires: Double
        /// The thumbprint of the key that it is bound to (RFC 9449 6).
        var thumbprint: String?
        /// The provider whose API takes it; nil for the main one.
        var provider: String?
        var isRevoked = false
    }

    private var grants: [String: Grant] = [:]
    private var issued = 0

    /// Issues a token; its text depends only on how many came before, behind the prefix.
    mutating func issue(_ grant: Grant, isJWT: Bool, prefix: String = "dt/") -> String {
        issued += 1
        if grants.count > 100_000 {
            grants = grants.filter { $0.value.expires > grant.issued }
        }
        let token = isJWT ? Self.jwt(grant, issued) : Self.opaque(issued, prefix: prefix)
        grants[token] = grant
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

    private static func opaque(_ number: Int, prefix: String) -> String {
        // Scattered bits, so that no token is part of another; `/` and `+` show where encoding is forgotten.
        let bits = UInt64(truncatingIfNeeded: number) &* 0x9e37_79b9_7f4a_7c15
        return prefix + String(bits, radix: 36) + "+" + String(~bits, radix: 36) + "=="
    }

    private static func jwt(_ grant: Grant, _ number: Int) -> String {
        let now = Int(grant.issued)
        let header = JSONText.object([("alg", .string("HS256")), ("typ", .string("JWT"))])
        let claims = JSONText.object([
            ("iss", .string("http://127.0.0.1/")), ("sub", .string(grant.subject ?? grant.client)),
            ("scope", .string(grant.scopes.joined(separator: " "))), ("iat", .int(now)),
            ("exp", .int(now + Int(min(grant.expires - grant.issued, 1e9)))), ("jti", .string(String(number))),
        ])
        .setting("cnf", to: grant.thumbprint.map { .object([("jkt", .string($0))]) })
        return [header.text, claims.text, "not-a-signature-\(number)"].map { Base64URL.encode($0.utf8) }
            .joined(separator: ".")
    }
}
