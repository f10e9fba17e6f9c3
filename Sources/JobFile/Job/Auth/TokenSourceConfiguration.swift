public import Diagnostics
public import Secrets

/// Where credentials come from, and where they may go: one entry of `auth`.
public struct TokenSourceConfiguration: Sendable {
    /// The kind of credential, with what it needs.
    public indirect enum Kind: Sendable {
        /// A token from an OAuth 2.0 token endpoint.
        case oauth(OAuthSource)
        /// A JWT of our own.
        case jwt(JWTSource)
        /// A call whose answer holds the token.
        case request(RequestSource)
        /// A command that prints a token.
        case exec(ExecSource)
        /// Signed requests, AWS Signature Version 4.
        case awsSigV4(AWSSigV4Source)
        /// A token that is at hand: `Authorization: Bearer …`.
        case bearer(Secret, placement: TokenPlacement)
        /// HTTP Basic, RFC 7617.
        case basic(username: String, password: Secret)
        /// A key in a header or in the query.
        case apiKey(APIKey)
    }

    /// The name by which calls pick it; `default` where there is just one.
    public let name: String
    /// Where the entry stands.
    public let span: SourceSpan
    /// The kind of credential.
    public let kind: Kind
    /// Where the credential may be sent, as written: origins (`https://api.example.com`), hosts, or hosts that begin
    /// with `*.`; nil for `allowedOrigins`.
    public let hosts: [Located<String>]?
    /// Members of token answers that name further hosts, such as `${auth.crm.instance_url}`.
    public let hostMembers: [AuthMember]
    /// The origins of the calls that use this source, as far as known before any response.
    ///
    /// Such as `https://api.example.com`, in lower case and without a default port. They count where `hosts` is nil.
    public let allowedOrigins: [String]
    /// The texts of its private keys as the job gets them, for nothing but to be kept out of what is shown.
    public let keyTexts: [Secret]

    /// Makes a configuration from its parts.
    public init(
        name: String,
        span: SourceSpan,
        kind: Kind,
        hosts: [Located<String>]? = nil,
        hostMembers: [AuthMember] = [],
        allowedOrigins: [String] = [],
        keyTexts: [Secret] = []
    ) {
        self.name = name
        self.span = span
        self.kind = kind
        self.hosts = hosts
        self.hostMembers = hostMembers
        self.allowedOrigins = allowedOrigins
        self.keyTexts = keyTexts
    }
}
