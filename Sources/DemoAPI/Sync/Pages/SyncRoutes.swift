import HTTPTypes
import Hummingbird

/// Records that change, for syncs; none wants a token.
///
/// - `GET /sync/records`: `updated_since` (from this time on; `exclusive=1`: after it), `updated_until` (before it),
///   or with `by=version` `version_since` and `version_until`; `order` (`asc`, `none`), `format` of the times
///   (`rfc3339`, `bare`, `unix`, `unix_ms`), `limit` (100). `style`: `cursor`, `page`, `offset`, `keyset`
///   (`after_updated` or `after_version`, `after_id`). The answer has `data`, `total`, `has_more` and, by style,
///   `next_cursor`, `total_pages` or `last`. `beyond=404`: the status of pages after the last. `jitter_ms=M`: pages take
///   up to M ms, later ones often less.
/// - `GET /sync/delta`, `GET /sync/deltalink`: see ``SyncDeltaRoutes``
/// - `/sync/exports`: see ``SyncExportRoutes``
/// - `/sync/conditional/{name}`, `POST /sync/writes`: see ``SyncConditionalRoutes``, ``SyncWriteRoutes``
/// - `/admin/sync`: see ``SyncAdminRoutes``
///
/// A record has `id`, `updated_at`, `version` (the number of its last change), `value` (1000 times the id, and how often
/// it was changed) and `deleted`. All take `table`, `delay_ms`.
struct SyncRoutes {
    let world: World

    func add(to router: Router<BasicRequestContext>) {
        SyncDeltaRoutes(world: world).add(to: router)
        SyncExportRoutes(world: world).add(to: router)
        SyncConditionalRoutes(world: world).add(to: router)
        SyncWriteRoutes(world: world).add(to: router)
        SyncAdminRoutes(world: world).add(to: router)
        router.get("/sync/records") { request, _ in
            let query = Query(request)
            let jitter = try query.int("jitter_ms", default: 0)
            if jitter > 0 {
                // The same for the same page: five speeds, in no order.
                let page = try SyncPageRequest(query).start / (try query.int("limit", default: 100))
                try await Task.sleep(for: .milliseconds(jitter * ((page * 3 + 4) % 5) / 4))
            }
            return try await world.sync.answer(request, takesFaults: true) { query, state, name in
                let page = SyncPage(try SyncPageRequest(query), of: state[table: name])
                if page.records.isEmpty, page.request.start > 0, let status = query["beyond"].flatMap({ Int($0) }) {
                    throw DemoError(.init(code: status), "beyond", "there is no such page")
                }
                state[table: name].log.sent(page.records.count)
                return .bytes(page.body(), type: "application/json")
            }
        }
    }
}
