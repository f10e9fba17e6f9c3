/// An authorization server of its own under `/issuers/NAME`, and what is particular about its metadata.
struct Issuer: Sendable {
    /// The documents that name a server's endpoints.
    enum Document: Sendable {
        /// RFC 8414, its well-known part before the issuer's path.
        case oauth
        /// OpenID Connect Discovery, its well-known part after the issuer's path.
        case openID
    }

    /// A document that is not what it should be.
    enum Fault: Sendable {
        case mismatch, slash, noTokenEndpoint, html, broken, array, huge, redirect, down
    }

    var documents: [Document] = [.oauth, .openID]
    var fault: Fault?
    /// `token_endpoint_auth_methods_supported`; nil leaves it out and takes any.
    var methods: [String]? = Self.allMethods
    var grants = GrantType.allCases.map(\.rawValue)
    var hasAliases = false
    /// Whether its token endpoint is on the other origin.
    var isElsewhere = false
    var demandsDPoP = false

    static let allMethods = [
        "client_secret_basic", "client_secret_post", "client_secret_jwt", "private_key_jwt", "tls_client_auth", "none",
    ]

    /// Those that are always there, by name.
    static let known: [String: Issuer] = [
        "rfc8414": Issuer(documents: [.oauth]),
        "oidc": Issuer(documents: [.openID]),
        "mismatch": Issuer(fault: .mismatch),
        "slash": Issuer(fault: .slash),
        "no-token-endpoint": Issuer(fault: .noTokenEndpoint),
        "html": Issuer(fault: .html),
        "broken": Issuer(fault: .broken),
        "array": Issuer(fault: .array),
        "huge": Issuer(fault: .huge),
        "redirect": Issuer(fault: .redirect),
        "down": Issuer(fault: .down),
        "mtls": Issuer(methods: ["tls_client_auth", "self_signed_tls_client_auth"], hasAliases: true),
        "elsewhere": Issuer(isElsewhere: true),
        "basic-only": Issuer(methods: ["client_secret_basic"]),
        "post-only": Issuer(methods: ["client_secret_post"]),
        "secret-jwt-only": Issuer(methods: ["client_secret_jwt"]),
        "jwt-only": Issuer(methods: ["private_key_jwt"]),
        "none-only": Issuer(methods: ["none"]),
        "tls-only": Issuer(methods: ["tls_client_auth"]),
        "many": Issuer(methods: ["private_key_jwt", "client_secret_basic", "client_secret_post"]),
        "no-methods": Issuer(methods: nil),
        "code-only": Issuer(grants: ["authorization_code", "implicit"]),
        "dpop": Issuer(demandsDPoP: true),
    ]
}
