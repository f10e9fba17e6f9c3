public import Secrets

/// A source whose token comes from an OAuth 2.0 token endpoint, by one of the grants.
public struct OAuthSource: Sendable {
    /// A name with its value, of a form or of headers.
    public struct Parameter: Sendable, Hashable {
        /// The name.
        public let name: String
        /// The value.
        public let value: SensitiveText

        /// Puts a name and its value together.
        public init(name: String, value: SensitiveText) {
            self.name = name
            self.value = value
        }
    }

    /// What is handed in for a token.
    public var grant: OAuthGrant
    /// Where the token endpoint is.
    public var endpoint: TokenEndpointPlace
    /// The client, and how it proves who it is.
    @Boxed public var client: OAuthClient
    /// The scopes to ask for; empty to ask for none.
    public var scope: [String]
    /// The audiences to ask for; the parameter is repeated.
    public var audiences: [String]
    /// The resources to ask for, RFC 8707; the parameter is repeated.
    public var resources: [String]
    /// Further fields of the form; of the reserved ones only `grant_type` may be among them.
    public var parameters: [Parameter]
    /// Further headers of the token request.
    public var headers: [Parameter]
    /// What becomes of the token.
    @Boxed public var handling: TokenHandling
    /// Whether and with which key tokens are bound by DPoP, RFC 9449; nil for plain bearer tokens.
    @Boxed public var dpop: DPoPSettings?
    /// How the token request travels; its client certificate is also shown to the API with `tls_client_auth`.
    @Boxed public var transport: TransportSettings
    /// Whether the token endpoint may be plain `http` also when it is not on loopback.
    public var allowHTTP: Bool

    /// Makes a configuration; the defaults are those of the language.
    public init(
        grant: OAuthGrant = .clientCredentials,
        endpoint: TokenEndpointPlace,
        client: OAuthClient,
        scope: [String] = [],
        audiences: [String] = [],
        resources: [String] = [],
        parameters: [Parameter] = [],
        headers: [Parameter] = [],
        handling: TokenHandling = TokenHandling(),
        dpop: DPoPSettings? = nil,
        transport: TransportSettings = TransportSettings(),
        allowHTTP: Bool = false
    ) {
        self.grant = grant
        self.endpoint = endpoint
        self.client = client
        self.scope = scope
        self.audiences = audiences
        self.resources = resources
        self.parameters = parameters
        self.headers = headers
        self.handling = handling
        self.dpop = dpop
        self.transport = transport
        self.allowHTTP = allowHTTP
    }
}
