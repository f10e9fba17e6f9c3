import HTTPTypes
import Hummingbird
import Synchronization

/// What the stand-ins share: their routes, the tokens they issue, and the check of a token at their API.
struct ProviderDesk: Sendable {
    let world: World
    /// The name in its paths: `/providers/NAME`.
    let name: String

    /// A token that is to be issued.
    struct Order {
        let client: OAuthClient
        var subject: String?
        var scopes: [String] = []
        var lifetime = 3600
        var thumbprint: String?
        var isJWT = false
        var prefix = ""
    }

    /// The path of a route below the provider's own.
    func path(_ rest: String) -> RouterPath { "/providers/\(name)\(rest)" }

    /// The URL of something below the provider's own path.
    func url(_ rest: String, _ request: Request) -> String { "\(request.origin)/providers/\(name)\(rest)" }

    /// Adds a token endpoint, whose requests are logged and counted.
    func addTokens(
        _ rest: String, to router: Router<BasicRequestContext>,
        _ handler: @escaping @Sendable (TokenCall, BasicRequestContext) async throws -> Response
    ) {
        router.post(path(rest)) { request, context in
            try await TokenCall.answer(request, world: world, context: context) { try await handler($0, context) }
        }
    }

    /// Issues a token that only this provider's API takes.
    func issue(_ order: Order) -> String {
        let now = world.clock.now
        return world.issue(
            .init(
                client: order.client.id, subject: order.subject, scopes: order.scopes, issued: now,
                expires: now + Double(order.lifetime), thumbprint: order.thumbprint, provider: name),
            isJWT: order.isJWT, prefix: order.prefix)
    }

    /// The grant of a token that is good at this provider.
    func grant(of token: String?) -> TokenStore.Grant? {
        guard let token, let grant = world.tokens.withLock({ $0.grant(of: token) }), grant.provider == name,
            !grant.isRevoked, grant.expires > world.clock.now
        else { return nil }
        return grant
    }

    /// The grant of the bearer token of a request; nil for one that is bound to a key.
    func bearerGrant(_ request: Request) -> TokenStore.Grant? {
        guard let header = request.headers[.authorization], header.hasPrefix("Bearer ") else { return nil }
        let grant = grant(of: String(header.dropFirst(7)))
        return grant?.thumbprint == nil ? grant : nil
    }

    /// Adds the API below `/api`: any path has the provider's records, for a good bearer token.
    func addAPI(
        to router: Router<BasicRequestContext>, at rest: String = "/api/**", refusal: ProviderError,
        records: @escaping @Sendable (Request) throws -> Response
    ) {
        router.get(path(rest)) { request, _ in
            guard bearerGrant(request) != nil else { throw refusal }
            return try records(request)
        }
    }

    /// Adds metadata (RFC 8414) at a path.
    func addMetadata(
        _ rest: String, to router: Router<BasicRequestContext>, methods: [String],
        _ urls: @escaping @Sendable (Request, BasicRequestContext) throws -> (issuer: String, token: String)
    ) {
        router.get(path(rest)) { request, context in
            let (issuer, token) = try urls(request, context)
            return Response.json([
                "issuer": .string(issuer), "token_endpoint": .string(token), "jwks_uri": .string(issuer + "/keys"),
                "response_types_supported": ["code"], "subject_types_supported": ["public"],
                "grant_types_supported": ["client_credentials", "refresh_token", "password"],
                "token_endpoint_auth_methods_supported": .array(methods.map { .string($0) }),
                "token_endpoint_auth_signing_alg_values_supported": ["RS256", "PS256", "ES256"],
            ])
        }
    }
}
