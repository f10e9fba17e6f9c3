public import Diagnostics
public import Secrets

/// The OAuth 2.0 client credentials grant, RFC 6749 section 4.4.
public struct ClientCredentials: Sendable {
    /// How the client's id and secret are encoded for HTTP Basic.
    public enum BasicEncoding: String, Sendable, Hashable, CaseIterable {
        /// Form-encoded first, as RFC 6749 section 2.3.1 says.
        case form
        /// As they are, as many servers want it.
        case raw
    }

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

    /// The token endpoint.
    public var tokenURL: Located<String>
    /// The client's id.
    public var clientID: Located<String>
    /// The client's secret; nil only with `none`.
    public var clientSecret: Located<Secret>?
    /// The scopes to ask for; empty to ask for none.
    public var scope: [String]
    /// The audience to ask for, a parameter of some providers.
    public var audience: String?
    /// The resources to ask for, RFC 8707; the parameter is repeated.
    public var resources: [String]
    /// Further fields of the form; of the reserved ones only `grant_type` may be among them.
    public var parameters: [Parameter]
    /// Further headers of the token request.
    public var headers: [Parameter]
    /// How the client proves who it is.
    public var clientAuthentication: Located<ClientAuthenticationMethod>
    /// How id and secret are encoded for `client_secret_basic`.
    public var basicEncoding: BasicEncoding
    /// Where the token is put in a request.
    public var placement: TokenPlacement
    /// Where the token and its life stand in the answer.
    public var answer: TokenAnswerPaths
    /// The life of a token when the server gives none.
    public var lifetime: Duration?
    /// How long before its end a token is renewed; nil for the lesser of 60 s and a tenth of its life.
    public var refreshMargin: Duration?
    /// The statuses of an API's answer on which a new token is got once.
    public var refreshOn: [Int]
    /// Scopes that the token must have been granted.
    public var requireScope: [String]
    /// How the token request travels.
    public var transport: TransportSettings
    /// Whether the token endpoint may be plain `http` also when it is not on loopback.
    public var allowHTTP: Bool

    /// Makes a configuration; the defaults are those of the language.
    public init(
        tokenURL: Located<String>,
        clientID: Located<String>,
        clientSecret: Located<Secret>?,
        clientAuthentication: Located<ClientAuthenticationMethod>,
        scope: [String] = [],
        audience: String? = nil,
        resources: [String] = [],
        parameters: [Parameter] = [],
        headers: [Parameter] = [],
        basicEncoding: BasicEncoding = .form,
        placement: TokenPlacement = TokenPlacement(),
        answer: TokenAnswerPaths = TokenAnswerPaths(),
        lifetime: Duration? = nil,
        refreshMargin: Duration? = nil,
        refreshOn: [Int] = [401],
        requireScope: [String] = [],
        transport: TransportSettings = TransportSettings(),
        allowHTTP: Bool = false
    ) {
        self.tokenURL = tokenURL
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.clientAuthentication = clientAuthentication
        self.scope = scope
        self.audience = audience
        self.resources = resources
        self.parameters = parameters
        self.headers = headers
        self.basicEncoding = basicEncoding
        self.placement = placement
        self.answer = answer
        self.lifetime = lifetime
        self.refreshMargin = refreshMargin
        self.refreshOn = refreshOn
        self.requireScope = requireScope
        self.transport = transport
        self.allowHTTP = allowHTTP
    }
}
