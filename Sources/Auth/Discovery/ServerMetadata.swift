import JSON
import JobFile

/// What an authorization server says about itself, RFC 8414 section 2.
struct ServerMetadata: Sendable, Hashable {
    /// Endpoints under names that are used here.
    struct Endpoints: Sendable, Hashable {
        var token: String?
        var revocation: String?
    }

    /// What metadata can lack.
    enum Problem: Error, Sendable, Hashable {
        /// There is no `issuer`, which every document must have.
        case noIssuer
        /// The metadata is that of another issuer.
        case otherIssuer(String)
        /// There is no `token_endpoint`.
        case noTokenEndpoint
        /// An endpoint is no URL that can be called.
        case badEndpoint(name: String, url: String, problem: String)
    }

    let issuer: String
    let endpoints: Endpoints
    let tokenEndpoint: String
    /// The endpoints for connections with a client's certificate, RFC 8705 section 5.
    let aliases: Endpoints
    /// How clients may prove who they are, in the server's order and words.
    let methods: [String]
    /// With which algorithms client assertions may be signed; empty when nothing is said.
    let assertionAlgorithms: [String]
    /// The grants; nil when nothing is said.
    ///
    /// Some servers forget those that they have.
    let grants: [String]?
    /// With which algorithms DPoP proofs may be signed; empty when nothing is said.
    let proofAlgorithms: [String]

    /// Reads metadata, which must be that of the issuer.
    init(_ body: JSONNode, of issuer: String) throws(Problem) {
        guard let named = body["issuer"]?.string else { throw .noIssuer }
        guard IssuerName.matches(named, issuer) else { throw .otherIssuer(named) }
        let endpoints = try Self.endpoints(body, "")
        guard let token = endpoints.token else { throw .noTokenEndpoint }
        self.issuer = issuer
        self.endpoints = endpoints
        tokenEndpoint = token
        aliases =
            try body["mtls_endpoint_aliases"].map { node throws(Problem) in
                try Self.endpoints(node, "mtls_endpoint_aliases.")
            } ?? Endpoints()
        // RFC 8414, 2: what is not said has this value.
        methods =
            Self.texts(body["token_endpoint_auth_methods_supported"])
            ?? [ClientAuthenticationMethod.clientSecretBasic.rawValue]
        assertionAlgorithms = Self.texts(body["token_endpoint_auth_signing_alg_values_supported"]) ?? []
        grants = Self.texts(body["grant_types_supported"])
        proofAlgorithms = Self.texts(body["dpop_signing_alg_values_supported"]) ?? []
    }

    private static func endpoints(_ body: JSONNode, _ prefix: String) throws(Problem) -> Endpoints {
        func endpoint(_ name: String) throws(Problem) -> String? {
            guard let url = body[name]?.string else { return nil }
            if let problem = EndpointURL.problem(url) {
                throw .badEndpoint(name: prefix + name, url: url, problem: problem)
            }
            return url
        }
        return Endpoints(token: try endpoint("token_endpoint"), revocation: try endpoint("revocation_endpoint"))
    }

    private static func texts(_ node: JSONNode?) -> [String]? {
        guard let node, node.kind == .array else { return nil }
        return node.elements.compactMap(\.string)
    }
}
