public import JSON
public import Secrets

/// Looks into a JSON Web Token (RFC 7519) without checking its signature: good for showing, never for trusting.
public enum JWTClaims {
    /// The header and the claims of a token; nil for a token that is no JWT.
    public static func decode(_ token: Secret) -> (header: JSONValue, claims: JSONValue)? {
        let parts = token.reveal().split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let header = object(parts[0]), let claims = object(parts[1]) else { return nil }
        return (header, claims)
    }

    private static func object(_ part: Substring) -> JSONValue? {
        guard let bytes = Base64URL.decode(part), let value = try? JSONValue(parsing: bytes), value.kind == .object
        else { return nil }
        return value
    }
}
