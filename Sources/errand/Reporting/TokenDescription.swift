import Auth
import FoundationEssentials
import JSON
import JWT

/// What is known about a token, as a JSON object: what the server said, and for a JWT what it says of itself.
struct TokenDescription {
    private let token: Token

    init(_ token: Token) {
        self.token = token
    }

    /// The object, indented, with a line break at its end; the token itself is not in it.
    var text: String {
        var members: [JSONMember] = [JSONMember(name: "scheme", value: .string(token.scheme))]
        if let expiry = token.expiresAt {
            members.append(JSONMember(name: "expires_at", value: .string(Self.time(expiry))))
        }
        if let scope = token.scope {
            members.append(JSONMember(name: "scope", value: .array(scope.map(JSONValue.string))))
        }
        members.append(JSONMember(name: "answer", value: token.members))
        if let jwt = JWTClaims.decode(token.value) {
            members.append(JSONMember(name: "header", value: jwt.header))
            members.append(JSONMember(name: "claims", value: jwt.claims))
            for (name, value) in times(of: jwt.claims) { members.append(JSONMember(name: name, value: value)) }
        }
        return JSONValue.object(members).pretty() + "\n"
    }

    /// The claims that are instants (RFC 7519, 4.1), readable.
    private func times(of claims: JSONValue) -> [(String, JSONValue)] {
        [("issued_at", "iat"), ("not_before", "nbf"), ("claims_expire_at", "exp")].compactMap { name, claim in
            claims[claim]?.number?.double.map { (name, .string(Self.time($0))) }
        }
    }

    /// RFC 3339 in UTC; the number itself where no calendar reaches.
    private static func time(_ seconds: Double) -> String {
        guard abs(seconds) < 250_000_000_000 else { return String(seconds) }
        return Date(timeIntervalSince1970: seconds.rounded(.down)).formatted(.iso8601)
    }
}
