import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// `/items` by every way of paging.
struct ItemRoutes {
    let world: World

    func add(to router: Router<BasicRequestContext>) {
        router.get("/items") { request, _ in
            let token = try await world.requireToken(request, scope: "read:data")
            let query = Query(request)
            let every = try query.int("revoke_every", default: 0)
            if every > 0, world.hit("revoke_every") % every == 0 {
                world.tokens.withLock { $0.revoke(token) }
            }
            let delay = try query.int("delay_ms", default: 0)
            if delay > 0 {
                try await Task.sleep(for: .milliseconds(delay))
            }
            return try page(try PageRequest(query), of: request)
        }
        router.post("/items/search") { request, _ in
            try await world.requireToken(request, scope: "read:data")
            return try await search(request)
        }
    }

    private func page(_ page: PageRequest, of request: Request) throws -> Response {
        var headers = HTTPFields()
        if page.style == .link {
            headers[.named("Link")] = links(of: page, origin: request.origin)
            headers[.named("X-Total-Count")] = String(page.total)
        }
        if page.records.isEmpty, page.isBare, page.style == .page {
            return .empty(.noContent, headers: headers)
        }
        let key = (request.head.authority ?? "") + (request.head.path ?? "")
        if let body = world.pages.withLock({ $0[key] }) {
            return .bytes(body, type: "application/json", headers: headers)
        }
        let body = PageBody(page: page, origin: request.origin).bytes()
        world.pages.withLock { $0.insert(body, for: key) }
        return .bytes(body, type: "application/json", headers: headers)
    }

    /// The `Link` field (RFC 8288), `next` neither first nor alone.
    private func links(of page: PageRequest, origin: String) -> String {
        var links = ["<\(page.link(to: 0, origin: origin))>; rel=\"first\""]
        if let next = page.nextStart {
            links.append("<\(page.link(to: next, origin: origin))>; title=\"a, b; c\"; rel=\"next\"")
        }
        return links.joined(separator: ", ")
    }

    private func search(_ request: Request) async throws -> Response {
        let body = try JSONSerialization.jsonObject(with: Data(try await request.bodyBytes()))
        guard let body = body as? [String: Any] else {
            throw DemoError(.badRequest, "invalid_body", "the body must be an object")
        }
        var page = try PageRequest(Query(""))
        page.limit = min(max((body["limit"] as? Int) ?? 100, 1), 10_000)
        page.total = min(max((body["total"] as? Int) ?? 1000, 0), 10_000_000)
        page.start = try PageRequest.start(ofCursor: body["cursor"] as? String)
        return .bytes(PageBody(page: page, origin: request.origin).bytes(), type: "application/json")
    }
}
