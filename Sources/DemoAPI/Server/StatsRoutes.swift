import Hummingbird
import Synchronization

/// What the tests look at, and the levers they pull: `/stats`, `/admin/…`, `/`.
///
/// None wants a token, none is counted.
struct StatsRoutes {
    let world: World

    func add(to router: Router<BasicRequestContext>) {
        router.get("/") { _, _ in
            Response.text("DemoAPI: see GET /stats, POST /oauth/token, GET /items\n", type: "text/plain; charset=utf-8")
        }
        router.get("/stats") { _, _ in
            let created = world.created.withLock { $0.count }
            return Response.json(world.stats.withLock { $0.json(itemsCreated: created) })
        }
        router.post("/admin/revoke") { _, _ in
            Response.json(.object([("revoked", .int(world.tokens.withLock { $0.revokeAll() }))]))
        }
        router.post("/admin/reset") { _, _ in
            world.reset()
            return Response.empty(.noContent)
        }
    }
}
