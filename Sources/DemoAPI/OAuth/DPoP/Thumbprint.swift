import Crypto

/// The SHA-256 thumbprint of a JWK (RFC 7638).
enum Thumbprint {
    /// The thumbprint, base64url; nil for a kind of key that has no public half.
    static func of(_ jwk: JSONText) -> String? {
        let names: [String]
        switch jwk["kty"]?.string {
        case "EC": names = ["crv", "kty", "x", "y"]
        case "RSA": names = ["e", "kty", "n"]
        case "OKP": names = ["crv", "kty", "x"]
        default: return nil
        }
        var members: [(String, JSONText)] = []
        for name in names {
            guard let value = jwk[name]?.string else { return nil }
            members.append((name, .string(value)))
        }
        return hash(JSONText.object(members).text)
    }

    /// Base64url of the SHA-256 of a text, as `ath` wants it.
    static func hash(_ text: String) -> String {
        Base64URL.encode(SHA256.hash(data: Array(text.utf8)))
    }
}
