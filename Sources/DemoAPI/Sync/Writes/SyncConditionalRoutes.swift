import HTTPTypes
import Hummingbird

/// Documents that say whether they have changed.
///
/// - `GET /sync/conditional/{name}`: `name`, `edition` and `data` (records, three by default; `limit`) with `ETag` and
///   `Last-Modified`; 304 when `If-None-Match`, or without it `If-Modified-Since`, says that one has it.
///   `only=etag` or `only=modified` sends one validator; `weak=1` a weak ETag.
/// - `POST /admin/sync` with `document` makes another edition.
struct SyncConditionalRoutes {
    let world: World

    func add(to router: Router<BasicRequestContext>) {
        router.get("/sync/conditional/:name") { request, context in
            let document = context.parameters.get("name") ?? ""
            return try await world.sync.answer(request) { query, state, name in
                let edition = state[table: name].documents[document] ?? 1
                let etag = (query["weak"] == "1" ? "W/" : "") + "\"\(document)-\(edition)\""
                let modified = SyncTime.start + edition
                var headers = HTTPFields()
                if query["only"] != "modified" { headers[.eTag] = etag }
                if query["only"] != "etag" { headers[.lastModified] = SyncTime.http(modified) }
                let isKnown =
                    if let known = request.headers[.ifNoneMatch] {
                        headers[.eTag] != nil && (known == "*" || known.contains("\"\(document)-\(edition)\""))
                    } else {
                        headers[.lastModified] != nil
                            && request.headers[.ifModifiedSince] == headers[.lastModified]
                    }
                guard !isKnown else { return .empty(.notModified, headers: headers) }
                var asked = try SyncPageRequest(query)
                asked.limit = try query.int("limit", default: 3)
                let records = SyncPage(asked, of: state[table: name]).records
                return .json(
                    [
                        "name": .string(document), "edition": .int(edition),
                        "data": .array(records.map { .raw(String(decoding: $0.json, as: UTF8.self)) }),
                    ], headers: headers)
            }
        }
    }
}
