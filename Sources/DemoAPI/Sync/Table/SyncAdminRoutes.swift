import HTTPTypes
import Hummingbird
import NIOCore

/// The levers of `/sync`; none is counted.
///
/// - `POST /admin/sync` with a JSON object, whose members are done in this order: `table` (`main`); `records` (a new
///   table of so many; `tied`: how many have the same second, 10); `touch`, `delete` (so many records from `from` on, 1,
///   or a list of ids) and `insert` (so many), at one time: a second after the newest, or `at` (RFC 3339), or with
///   `tie: true` the newest; `document` (a new edition); `expire: true` (tokens given until now are too old);
///   `faults`: a list of `{at, status, cut, stall_ms, touch, insert, delete, …}`, each for the request for records or
///   changes number `at` from now on; `clear: true` (forgets requests). Answers with `now`, `records`, `version`.
/// - `GET /admin/sync?table=`: `now`, `records`, `version`, `count`, `records_sent`, `most_at_once`, `writes`,
///   `exports` (polls and downloads by id), and `requests` with method, path, query, status and conditions.
/// - `GET /admin/sync/records?table=`: all records as JSON Lines, by id.
struct SyncAdminRoutes {
    let world: World

    func add(to router: Router<BasicRequestContext>) {
        router.post("/admin/sync") { request, _ in
            let body = try await request.jsonObject()
            let name = body["table"]?.string ?? "main"
            return try world.sync.with { state in
                if let records = body["records"]?.int {
                    guard 0...1_000_000 ~= records else {
                        throw DemoError(.badRequest, "invalid_body", "records is 0 to 1000000")
                    }
                    state.tables[name] = SyncTable(records: records, tied: body["tied"]?.int ?? 10)
                }
                try Self.change(&state[table: name], body)
                return Response.json(.object(Self.facts(state[table: name])))
            }
        }
        router.get("/admin/sync") { request, _ in
            let name = Query(request)["table"] ?? "main"
            return world.sync.with { state in
                let table = state[table: name]
                let exports = state.exports.filter { $0.value.table == name }.sorted { $0.key < $1.key }
                return Response.json(
                    .object(
                        Self.facts(table) + [
                            ("writes", table.writes.json),
                            (
                                "exports",
                                .object(
                                    exports.map {
                                        (
                                            $0.key,
                                            ["polls": .int($0.value.polls), "downloads": .int($0.value.downloads)]
                                        )
                                    })
                            ),
                        ] + table.log.json))
            }
        }
        router.get("/admin/sync/records") { request, _ in
            let name = Query(request)["table"] ?? "main"
            return world.sync.with { state in
                let bytes = state[table: name].records.reduce(into: [UInt8]()) { bytes, record in
                    bytes.append(contentsOf: record.json)
                    bytes.append(UInt8(ascii: "\n"))
                }
                return Response.bytes(ByteBuffer(bytes: bytes), type: "application/x-ndjson")
            }
        }
    }

    private static func facts(_ table: SyncTable) -> [(String, JSONText)] {
        [
            ("now", .string(SyncTime.text(table.now))), ("records", .int(table.records.count)),
            ("version", .int(table.version)),
        ]
    }

    private static func change(_ table: inout SyncTable, _ body: JSONText) throws {
        if let change = try self.change(body, of: table) { table.apply(change) }
        if let document = body["document"]?.string { table.documents[document, default: 1] += 1 }
        if body["expire"]?.bool == true { table.expireTokens() }
        if let faults = body["faults"]?.array {
            var ordered: [Int: SyncLog.Fault] = [:]
            for fault in faults {
                guard let place = fault["at"]?.int, place > 0 else {
                    throw DemoError(.badRequest, "invalid_body", "a fault needs 'at', a number from 1")
                }
                // Its `at` is a number, and that of a change a time.
                let changed = fault.setting("at", to: fault["time"])
                ordered[place] = SyncLog.Fault(
                    status: fault["status"]?.int, isCut: fault["cut"]?.bool ?? false,
                    stall: fault["stall_ms"]?.int ?? 0, change: try change(changed, of: table))
            }
            table.log.set(ordered)
        }
        if body["clear"]?.bool == true { table.log.clear() }
    }

    /// The change that a body orders; nil without one.
    private static func change(_ body: JSONText, of table: SyncTable) throws -> SyncTable.Change? {
        var change = SyncTable.Change()
        let first = max(1, body["from"]?.int ?? 1)
        func ids(_ name: String) -> [Int] {
            if let ids = body[name]?.array { return ids.compactMap(\.int) }
            return Array(first..<first + max(0, min(body[name]?.int ?? 0, 1_000_000)))
        }
        change.touched = ids("touch")
        change.deleted = ids("delete")
        change.inserted = max(0, min(body["insert"]?.int ?? 0, 1_000_000))
        if body["tie"]?.bool == true { change.time = table.now }
        if let text = body["at"]?.string {
            guard let time = SyncTime.parse(text) else {
                throw DemoError(.badRequest, "invalid_body", "'at' is not understood: '\(text)'")
            }
            change.time = time
        }
        return change.touched.isEmpty && change.deleted.isEmpty && change.inserted == 0 ? nil : change
    }
}

extension Request {
    /// The body, which has to be a JSON object.
    func jsonObject() async throws -> JSONText {
        guard let body = JSONText(parsing: try await bodyBytes()), body.members != nil else {
            throw DemoError(.badRequest, "invalid_body", "the body must be a JSON object")
        }
        return body
    }
}
