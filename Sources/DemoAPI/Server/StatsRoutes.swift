import Hummingbird
import Synchronization

/// What the tests look at: `/stats`, and `/`.
///
/// Neither wants a token or is counted.
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
    }
}
