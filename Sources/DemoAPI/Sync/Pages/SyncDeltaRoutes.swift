import HTTPTypes
import Hummingbird
import NIOCore

/// What has changed since a token that the last page of the time before gave.
///
/// - `GET /sync/delta?limit=&sync_token=&cursor=`: pages with `data` and `next_cursor`; the last one has `sync_token`
///   instead. Without a token all records. A token that is too old is a 410.
/// - `GET /sync/deltalink`: the same with `@odata.nextLink` and, on the last page, `@odata.deltaLink`, both whole URLs.
///
/// A token stands for the moment at which the first page was asked for: what changes while one pages comes again.
struct SyncDeltaRoutes {
    let world: World

    func add(to router: Router<BasicRequestContext>) {
        router.get("/sync/delta") { request, _ in
            try await world.sync.answer(request, takesFaults: true) { query, state, name in
                let page = try Page(query["sync_token"], query["cursor"], query, state[table: name])
                state[table: name].log.sent(page.records.count)
                let cursor = page.cursor.map { "\"\($0)\"" } ?? "null"
                let token = page.token.map { "\"\($0)\"" } ?? "null"
                return page.response("\"next_cursor\":\(cursor),\"sync_token\":\(token)", records: "data")
            }
        }
        router.get("/sync/deltalink") { request, _ in
            let base = "\(request.origin)/sync/deltalink?"
            return try await world.sync.answer(request, takesFaults: true) { query, state, name in
                let page = try Page(query["$deltatoken"], query["$skiptoken"], query, state[table: name])
                state[table: name].log.sent(page.records.count)
                let rest = "&table=\(name)&limit=\(page.limit)"
                let link =
                    if let cursor = page.cursor {
                        "\"@odata.nextLink\":\"\(base)$skiptoken=\(cursor)\(rest)\""
                    } else {
                        "\"@odata.deltaLink\":\"\(base)$deltatoken=\(page.token ?? "")\(rest)\""
                    }
                return page.response(link, records: "value")
            }
        }
    }

    /// A page of changes: all with a version after `from`, as of the version `to`.
    private struct Page {
        let records: [SyncRecord]
        let limit: Int
        let cursor: String?
        let token: String?

        init(_ token: String?, _ cursor: String?, _ query: Query, _ table: SyncTable) throws {
            limit = min(max(1, try query.int("limit", default: 100)), 10_000)
            // `s5` after version 5; `d7.5` after version 5, in pages that began at version 7.
            let text = cursor.flatMap { $0.isEmpty ? nil : $0 } ?? token.flatMap { $0.isEmpty ? nil : $0 } ?? "s0"
            let numbers = text.dropFirst().split(separator: ".").compactMap { Int($0) }
            guard let place = numbers.last, numbers.count == (text.hasPrefix("d") ? 2 : 1) else {
                throw DemoError(.badRequest, "invalid_token", "the token '\(text)' is not one of ours")
            }
            guard text == "s0" || text.hasPrefix("d") || place >= table.oldestToken else {
                throw DemoError(.gone, "expired_token", "the token is too old: begin anew without one")
            }
            let end = text.hasPrefix("d") ? numbers[0] : table.version
            var asked = try SyncPageRequest(Query("by=version&limit=\(limit)"))
            asked.since = place + 1
            let page = SyncPage(asked, of: table)
            records = page.records
            if page.next != nil, let last = page.records.last {
                self.cursor = "d\(end).\(last.version)"
                self.token = nil
            } else {
                self.cursor = nil
                self.token = "s\(end)"
            }
        }

        func response(_ trailer: String, records name: String) -> Response {
            var bytes = Array("{\"\(name)\":[".utf8)
            for (offset, record) in records.enumerated() {
                if offset > 0 { bytes.append(UInt8(ascii: ",")) }
                bytes.append(contentsOf: record.json)
            }
            bytes.append(contentsOf: "],\(trailer)}".utf8)
            return .bytes(ByteBuffer(bytes: bytes), type: "application/json")
        }
    }
}
