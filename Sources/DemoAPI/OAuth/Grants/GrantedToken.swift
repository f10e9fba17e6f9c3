import HTTPTypes

/// What a grant came to: for whom a token is to be issued, and what it allows.
struct GrantedToken {
    let client: OAuthClient
    let scopes: [String]
    /// The user or service it stands for, if it is not the client itself.
    var subject: String?
    /// The refresh token of the answer.
    var refreshToken: String?
    /// More members of the answer.
    var members: [(String, JSONText)] = []
    /// `token_type`, where it is not the usual one.
    var tokenType: String?
}

extension OAuthClient {
    /// The scopes asked for, or all of them when none were.
    func granted(_ asked: String?, of allowed: [String]? = nil) throws(TokenError) -> [String] {
        let allowed = allowed ?? scopes
        guard let asked, !asked.isEmpty else { return allowed }
        let scopes = asked.split(separator: " ").map(String.init)
        if let unknown = scopes.first(where: { !allowed.contains($0) }) {
            throw TokenError(.badRequest, "invalid_scope", "the client may not ask for '\(unknown)'")
        }
        return scopes
    }
}
