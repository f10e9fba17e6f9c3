public import Diagnostics
public import Secrets

/// What is handed in for a token.
public indirect enum OAuthGrant: Sendable {
    /// Nothing but the client itself, RFC 6749 section 4.4.
    case clientCredentials
    /// A user's name and password, RFC 6749 section 4.3.
    case password(username: String, password: Located<Secret>)
    /// A refresh token, RFC 6749 section 6.
    case refreshToken(RefreshTokenPlace)
    /// An assertion that the job signs, RFC 7523 section 2.1.
    case jwtBearer(SignedClaims)
    /// A token of another kind, RFC 8693.
    case tokenExchange(TokenExchange)

    /// The `grant_type` of the request.
    public var type: String {
        switch self {
        case .clientCredentials: "client_credentials"
        case .password: "password"
        case .refreshToken: "refresh_token"
        case .jwtBearer: "urn:ietf:params:oauth:grant-type:jwt-bearer"
        case .tokenExchange: "urn:ietf:params:oauth:grant-type:token-exchange"
        }
    }
}
