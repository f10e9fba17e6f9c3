import HTTPTypes
import Hummingbird
import Synchronization

/// Metadata of the issuers, by RFC 8414 and OpenID Connect Discovery, and the endpoints that it names.
///
/// - `/.well-known/oauth-authorization-server`, `/.well-known/openid-configuration`: the root's
/// - `/.well-known/oauth-authorization-server/issuers/NAME`, `/issuers/NAME/.well-known/openid-configuration`
/// - `/issuers/NAME/oauth/token`, `…/revoke`, `…/introspect`, and the same under `/issuers/NAME/mtls`
/// - `/jwks`: no keys
///
/// The names are in ``Issuer/known``.
struct DiscoveryRoutes {
    let world: World

    func add(to router: Router<BasicRequestContext>) {
        router.get("/.well-known/oauth-authorization-server") { request, _ in root(request) }
        router.get("/.well-known/openid-configuration") { request, _ in root(request) }
        router.get("/.well-known/oauth-authorization-server/issuers/:name") { request, context in
            try document(.oauth, request, context)
        }
        router.get("/issuers/:name/.well-known/openid-configuration") { request, context in
            try document(.openID, request, context)
        }
        router.get("/jwks") { _, _ in Response.json(.object([("keys", .array([]))])) }
        router.get("/issuers/:name/jwks") { _, _ in Response.json(.object([("keys", .array([]))])) }
        let (tokens, uses) = (TokenRoutes(world: world), TokenUseRoutes(world: world))
        for prefix in ["/issuers/:name", "/issuers/:name/mtls"] {
            router.post("\(prefix)/oauth/token") { request, context in
                try await tokens.token(request, context, try endpoint(request, context))
            }
            router.post("\(prefix)/oauth/revoke") { request, context in
                try await uses.revoke(request, context, try endpoint(request, context))
            }
            router.post("\(prefix)/oauth/introspect") { request, context in
                try await uses.introspect(request, context, try endpoint(request, context))
            }
        }
    }

    private func root(_ request: Request) -> Response {
        .json(IssuerMetadata(issuer: Issuer(), url: request.origin, base: request.origin).json)
    }

    private func issuer(_ context: BasicRequestContext) throws -> (name: String, issuer: Issuer, changes: JSONText?) {
        let name = context.parameters.get("name") ?? ""
        let changes = world.issuers.withLock { $0[name] }
        guard let issuer = Issuer.known[name] ?? (changes == nil ? nil : Issuer()) else {
            throw DemoError(.notFound, "not_found", "there is no issuer '\(name)'")
        }
        return (name, issuer, changes)
    }

    private func endpoint(_ request: Request, _ context: BasicRequestContext) throws -> TokenEndpoint {
        let (name, issuer, _) = try issuer(context)
        let url = request.origin + request.uri.path
        let token = url.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        let methods = issuer.methods == nil ? ["client_secret_basic"] : issuer.methods
        return TokenEndpoint(
            issuer: "\(request.origin)/issuers/\(name)", url: token + "/token", query: request.uri.query,
            methods: methods == Issuer.allMethods ? nil : methods, demandsDPoP: issuer.demandsDPoP)
    }

    private func document(
        _ document: Issuer.Document, _ request: Request, _ context: BasicRequestContext
    ) throws -> Response {
        let (name, issuer, changes) = try issuer(context)
        guard issuer.documents.contains(document) else {
            throw DemoError(.notFound, "not_found", "this issuer has no such document")
        }
        let url = "\(request.origin)/issuers/\(name)"
        let base =
            issuer.isElsewhere ? world.stats.withLock { $0.otherOrigin } + "/issuers/\(name)" : url
        var json = IssuerMetadata(issuer: issuer, url: url, base: base).json
        for (member, value) in changes?.members ?? [] {
            if case .null = value {
                json = json.setting(member, to: nil)
            } else {
                json = json.setting(member, to: value)
            }
        }
        switch issuer.fault {
        case .html:
            return .text(
                "<!DOCTYPE html><html><head><title>Welcome</title></head><body>Welcome</body></html>", type: "text/html"
            )
        case .broken: return .text(String(json.text.dropLast(20)), type: "application/json")
        case .array: return .json(.array([json]))
        case .huge:
            return .json(json.setting("op_policy_text", to: .string(String(repeating: "x", count: 2 << 20))))
        case .redirect:
            let location = request.origin + "/.well-known/oauth-authorization-server"
            return .empty(.found, headers: HTTPFields(named: ["Location": location]))
        case .down: throw DemoError(.serviceUnavailable, "unavailable", "the server is being updated")
        case .mismatch, .slash, .noTokenEndpoint, nil: return .json(json)
        }
    }
}
