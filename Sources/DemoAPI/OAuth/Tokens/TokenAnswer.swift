/// The shape of a granted token's answer, as the token URL's query asked for it.
struct TokenAnswer {
    let query: Query
    let granted: GrantedToken
    let isBound: Bool
    /// Seconds since 1970.
    let now: Double

    private var client: OAuthClient { granted.client }

    var isJWT: Bool {
        query["format"].map { $0 == "jwt" } ?? client.usesJWT
    }

    /// For how long the token really is good, in seconds.
    var lifetime: Double {
        switch query["expires_in"] {
        case let text? where Double(text) != nil: Double(text) ?? 0
        case "zero", "negative": 0
        default: Double(client.lifetime)
        }
    }

    private var expiresIn: JSONText? {
        switch query["expires_in"] {
        case nil, "number": .int(client.lifetime)
        case "string": .string(String(client.lifetime))
        case "float": .raw("\(client.lifetime).0")
        case "null": .null
        case "missing": nil
        case "zero": .int(0)
        case "negative": .int(-1)
        case "huge": .raw("99999999999999999999999")
        case let text?: .raw(Int(text) == nil ? "\"\(text)\"" : text)
        }
    }

    func body(token: String) -> JSONText {
        switch query["shape"] {
        case "nested":
            return .object([
                ("data", .object([("jwt", .string(token)), ("valid_for", .string(String(client.lifetime)))]))
            ])
        case "absolute":
            let expires = Int(now + lifetime)
            return .object([
                ("access_token", .string(token)), ("token_type", .string("Bearer")), ("expires_at", .int(expires)),
            ])
        default:
            var members: [(String, JSONText)] = [("access_token", .string(token))]
            if query["token_type"] != "missing" {
                let usual = granted.tokenType ?? (isBound ? "DPoP" : "Bearer")
                members.append(("token_type", .string(query["token_type"] ?? usual)))
            }
            if let expiresIn {
                members.append(("expires_in", expiresIn))
            }
            members.append(("scope", .string(query["granted"] ?? granted.scopes.joined(separator: " "))))
            members.append(("tenant", .string("acme")))
            if let refreshToken = granted.refreshToken {
                members.append(("refresh_token", .string(refreshToken)))
            }
            return .object(members + granted.members)
        }
    }
}
