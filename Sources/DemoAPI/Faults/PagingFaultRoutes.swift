import Hummingbird
import NIOCore
import Synchronization

/// Paging gone wrong, and paging that only looks it: `/faults/paging/{kind}`, without a token.
///
/// - `stuck-cursor`: the same cursor and the same records for ever
/// - `stuck-cursor-new-data`: the same cursor, other records each time
/// - `endless`: a new cursor for ever, each page empty of news
/// - `same-page`: the same records whatever `page` or `offset` says
/// - `empty-then-more`: an empty page with a next cursor, which is fine
/// - `foreign-next`: the next link leads to the other origin; `foreign-link`: the same in a `Link` field
/// - `short`: the body promises 10 records in `total`, and there are 6
/// - `loop-next`: two pages whose next links lead to each other
/// - `fails-late`: five good pages, then a 500 for ever
/// - `bad-late`: two good pages, then one that is cut off within its JSON
struct PagingFaultRoutes {
    let world: World

    func add(to router: Router<BasicRequestContext>) {
        router.get("/faults/paging/:kind") { request, context in
            try page(request, kind: context.parameters.get("kind") ?? "")
        }
    }

    private func page(_ request: Request, kind: String) throws -> Response {
        let query = Query(request)
        let place = query["cursor"].flatMap { Int($0.dropFirst()) } ?? 0
        switch kind {
        case "stuck-cursor": return body(records: 1..<4, next: "c1")
        case "stuck-cursor-new-data":
            let first = world.hit("stuck " + (query["key"] ?? "")) * 3
            return body(records: first..<first + 3, next: "c1")
        case "endless": return body(records: 1..<4, next: "c\(place + 1)")
        case "same-page": return body(records: 1..<4, next: nil)
        case "empty-then-more":
            switch place {
            case 0: return body(records: 1..<3, next: "c1")
            case 1: return body(records: 3..<3, next: "c2")
            default: return body(records: 3..<5, next: nil)
            }
        case "foreign-next":
            let next = world.stats.withLock { $0.otherOrigin } + "/items?style=next"
            return body(records: 1..<4, next: nil, extra: ",\"links\":{\"next\":\"\(next)\"}")
        case "foreign-link":
            var response = body(records: 1..<4, next: nil)
            response.headers[.named("Link")] = "<" + world.stats.withLock { $0.otherOrigin } + "/items>; rel=\"next\""
            return response
        case "short":
            return body(records: place * 3 + 1..<place * 3 + 4, next: place < 1 ? "c1" : nil, extra: ",\"total\":10")
        case "loop-next":
            let next = query["at"] == "b" ? "a" : "b"
            return body(
                records: 1..<4, next: nil, extra: ",\"links\":{\"next\":\"/faults/paging/loop-next?at=\(next)\"}")
        case "fails-late":
            guard place < 5 else { throw DemoError(.internalServerError, "boom", "page 6 cannot be read") }
            return body(records: place * 3 + 1..<place * 3 + 4, next: "c\(place + 1)")
        case "bad-late":
            guard place < 2 else { return .text("{\"data\":[{\"id\":7},{\"id\":", type: "application/json") }
            return body(records: place * 3 + 1..<place * 3 + 4, next: "c\(place + 1)")
        default: throw DemoError(.notFound, "not_found", "there is no '\(kind)'")
        }
    }

    private func body(records: Range<Int>, next: String?, extra: String = "") -> Response {
        let data = records.map { "{\"id\":\($0),\"name\":\"record \($0)\"}" }.joined(separator: ",")
        let cursor = next.map { "\"\($0)\"" } ?? "null"
        return .text("{\"data\":[\(data)],\"next_cursor\":\(cursor)\(extra)}", type: "application/json")
    }
}
