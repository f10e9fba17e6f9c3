import Foundation
import HTTPTypes
import Hummingbird
import Synchronization

/// The levers of the tests: `/admin/…`.
///
/// None wants a token, none is counted. Bodies are JSON.
struct AdminRoutes {
    let world: World

    func add(to router: Router<BasicRequestContext>) {
        router.post("/admin/revoke") { _, _ in
            Response.json(.object([("revoked", .int(world.tokens.withLock { $0.revokeAll() }))]))
        }
        router.post("/admin/reset") { _, _ in
            world.reset()
            return Response.empty(.noContent)
        }
        router.post("/admin/clients") { request, _ in
            let client = try OAuthClient(json: try await body(request))
            world.clients.withLock { $0.register(client) }
            return Response.json(.object([("client_id", .string(client.id))]), status: .created)
        }
        router.post("/admin/rotate-secret") { request, _ in
            let body = try await body(request)
            let (id, secret) = (body["id"]?.string ?? "", body["secret"]?.string ?? "")
            guard world.clients.withLock({ $0.rotate(id, secret: secret) }) else {
                throw DemoError(.notFound, "not_found", "there is no client '\(id)'")
            }
            return Response.empty(.noContent)
        }
        router.post("/admin/refresh-tokens") { request, _ in
            let body = try await body(request)
            guard let client = world.clients.withLock({ $0[body["client"]?.string ?? ""] }) else {
                throw DemoError(.notFound, "not_found", "there is no such client")
            }
            let entry = RefreshTokens.Entry(
                client: client.id, scopes: body["scopes"]?.strings ?? client.scopes, subject: body["subject"]?.string)
            let token = world.refreshTokens.withLock { $0.issue(entry, text: body["token"]?.string) }
            return Response.json(.object([("refresh_token", .string(token))]), status: .created)
        }
        router.post("/admin/nonces") { request, _ in
            let body = try await body(request)
            world.nonces.withLock { nonces in
                nonces.uses = max(1, body["uses"]?.int ?? nonces.uses)
                nonces.hasGrace = body["grace"]?.bool ?? nonces.hasGrace
                if body["expire"]?.bool == true { nonces.expire() }
            }
            return Response.empty(.noContent)
        }
        router.post("/admin/clock") { request, _ in
            world.clock.error = try await body(request)["offset"]?.number ?? 0
            return Response.empty(.noContent)
        }
        router.post("/admin/issuers") { request, _ in
            let body = try await body(request)
            guard let id = body["id"]?.string, let members = body["members"], members.members != nil else {
                throw DemoError(.badRequest, "invalid_body", "id and members are needed")
            }
            world.issuers.withLock { $0[id] = members }
            return Response.empty(.noContent)
        }
        router.get("/admin/tokens") { _, _ in
            Response.json(.object([("clients", world.clients.withLock { $0.json })]))
        }
        router.get("/admin/requests") { _, _ in
            Response.json(world.log.withLock { $0.json })
        }
    }

    private func body(_ request: Request) async throws -> JSONText {
        guard let body = JSONText(parsing: try await request.bodyBytes()), body.members != nil else {
            throw DemoError(.badRequest, "invalid_body", "the body must be a JSON object")
        }
        return body
    }
}
