import Hummingbird

/// The authorization server that was asked: its issuer, its token URL and the methods it takes.
struct TokenEndpoint: Sendable {
    let issuer: String
    /// The token endpoint's URL, also when it is another endpoint that was asked.
    let url: String
    /// The query that was sent with the URL.
    var query: String?
    /// The client authentication methods (RFC 8414), or nil for any.
    var methods: [String]?
    /// Whether every client must bind its tokens, with nonces.
    var demandsDPoP = false

    /// The audiences that a client's assertions may name.
    func audiences(of client: OAuthClient) -> [String] {
        let urls = query.map { [url, "\(url)?\($0)"] } ?? [url]
        return switch client.assertionAudience {
        case "any": [issuer] + urls
        case "issuer": [issuer]
        case "token_url": urls
        case let text: [text]
        }
    }
}
