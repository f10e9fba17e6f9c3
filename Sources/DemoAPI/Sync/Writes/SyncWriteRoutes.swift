import HTTPTypes
import Hummingbird

/// Writes that must take place once.
///
/// - `POST /sync/writes` with any JSON: 201 with `id` and `body`; the same `Idempotency-Key` gets the first answer again,
///   with `Idempotency-Replayed: true`, and another body under it is a 422. `key_header=NAME`: the header of the key.
///   Of the attempts at one write the first `fail` are answered with 500 (`status`), the first `cut` not at all, after
///   the work was done; the first `refuse` with 503 before it.
struct SyncWriteRoutes {
    let world: World

    func add(to router: Router<BasicRequestContext>) {
        router.post("/sync/writes") { request, _ in
            let body = String(decoding: try await request.bodyBytes(), as: UTF8.self)
            guard JSONText(parsing: body.utf8) != nil else {
                throw DemoError(.badRequest, "invalid_body", "the body is not JSON")
            }
            return try await world.sync.answer(request) { query, state, name in
                let key = request.headers[.named(query["key_header"] ?? "Idempotency-Key")]
                let attempt = state[table: name].writes.attempt(key: key, body: body)
                guard attempt > (try query.int("refuse", default: 0)) else {
                    throw DemoError(.serviceUnavailable, "refused", "attempt \(attempt) is refused")
                }
                var headers = HTTPFields()
                let result: SyncWrites.Result
                switch state[table: name].writes.write(key: key, body: body) {
                case .mismatch:
                    throw DemoError(.unprocessableContent, "key_reused", "the key was used for another body")
                case .done(let first): result = first
                case .replayed(let first):
                    result = first
                    headers[.named("Idempotency-Replayed")] = "true"
                }
                guard attempt > (try query.int("fail", default: 0)) else {
                    throw DemoError(
                        .init(code: try query.int("status", default: 500)), "failed",
                        "attempt \(attempt) fails, after its work was done")
                }
                let answer = Response.json(
                    ["id": .int(result.id), "body": .raw(result.body)], status: .created, headers: headers)
                return attempt > (try query.int("cut", default: 0)) ? answer : CutBody.cut(answer)
            }
        }
    }
}
