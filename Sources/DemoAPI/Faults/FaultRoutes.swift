import Foundation
import HTTPTypes
import Hummingbird
import Synchronization

/// Statuses, retries, redirects and refusals on demand.
///
/// None wants a token.
///
/// - `/faults/status/{code}`: any method; `message` is the error's text
/// - `/faults/flaky?fail=N&key=K&status=503`: fails N times (1), then answers; any method
/// - `/faults/throttle?fail=N&key=K&after=1`: 429 N times (1); `after` in seconds, or `date` for one in the past,
///   or `remaining` for `X-RateLimit-*` fields
/// - `/faults/redirect/{kind}`: `same`, `other`, `loop`, `file` (`file:` URL), `chain` (other origin and back);
///   `status` (302), `to`
/// - `/faults/unauthorized`: always a 401; `/faults/revoked?key=K`: wants a token, refuses the first one it sees
/// - `/faults/conflict`: a 409; `/faults/slow-answer?delay_ms=N`
struct FaultRoutes {
    let world: World

    func add(to router: Router<BasicRequestContext>) {
        for method in [HTTPRequest.Method.get, .post, .put, .patch, .delete] {
            router.on("/faults/status/:code", method: method) { request, context in try status(request, context) }
            router.on("/faults/flaky", method: method) { request, _ in try flaky(request) }
            router.on("/faults/throttle", method: method) { request, _ in try throttle(request) }
            router.on("/faults/redirect/:kind", method: method) { request, context in
                try redirect(request, kind: context.parameters.get("kind") ?? "")
            }
        }
        router.get("/faults/unauthorized") { _, _ -> Response in
            let challenge = "Bearer realm=\"demo\", error=\"invalid_token\", error_description=\"never good enough\""
            throw DemoError(
                .unauthorized, "invalid_token", "never good enough",
                headers: HTTPFields(named: ["WWW-Authenticate": challenge]))
        }
        router.get("/faults/revoked") { request, _ in
            let token = try await world.requireToken(request, scope: "read:data")
            if world.hit("revoked " + (Query(request)["key"] ?? "")) == 1 {
                world.tokens.withLock { $0.revoke(token) }
                try await world.requireToken(request, scope: "read:data")
            }
            return Response.json(.object([("ok", .bool(true))]))
        }
        router.get("/faults/conflict") { _, _ -> Response in
            throw DemoError(.conflict, "conflict", "the record was changed by someone else")
        }
        router.get("/faults/slow-answer") { request, _ in
            try await Task.sleep(for: .milliseconds(try Query(request).int("delay_ms", default: 1000)))
            return Response.json(.object([("ok", .bool(true))]))
        }
    }

    private func status(_ request: Request, _ context: BasicRequestContext) throws -> Response {
        guard let code = context.parameters.get("code").flatMap({ Int($0) }), 200...599 ~= code else {
            throw DemoError(.badRequest, "invalid_parameter", "a status is 200 to 599")
        }
        if code == 204 || code == 304 {
            return .empty(.init(code: code))
        }
        let message = Query(request)["message"] ?? "status \(code), as asked"
        return .json(
            .object([
                ("error", .object([("code", .string("E\(code)")), ("message", .string(message))])),
                ("status", .int(code)),
            ]), status: .init(code: code))
    }

    private func flaky(_ request: Request) throws -> Response {
        let query = Query(request)
        let attempt = world.hit("flaky " + (query["key"] ?? ""))
        if attempt <= (try query.int("fail", default: 1)) {
            throw DemoError(
                .init(code: try query.int("status", default: 503)), "unavailable", "attempt \(attempt) fails")
        }
        return .json(.object([("ok", .bool(true)), ("attempt", .int(attempt))]))
    }

    private func throttle(_ request: Request) throws -> Response {
        let query = Query(request)
        let attempt = world.hit("throttle " + (query["key"] ?? ""))
        guard attempt <= (try query.int("fail", default: 1)) else {
            return .json(.object([("ok", .bool(true)), ("attempt", .int(attempt))]))
        }
        var headers = HTTPFields()
        switch query["after"] ?? "1" {
        case "date": headers[.retryAfter] = "Mon, 01 Jan 2024 00:00:00 GMT"
        case "remaining":
            headers[.named("X-RateLimit-Remaining")] = "0"
            headers[.named("X-RateLimit-Reset")] = String(Int(Date().timeIntervalSince1970) + 1)
        case let seconds: headers[.retryAfter] = seconds
        }
        throw DemoError(.tooManyRequests, "throttled", "slow down", headers: headers)
    }

    private func redirect(_ request: Request, kind: String) throws -> Response {
        let query = Query(request)
        let stats = world.stats.withLock { ($0.mainOrigin, $0.otherOrigin) }
        let location =
            switch kind {
            case "same": query["to"] ?? "/echo"
            case "other": stats.1 + (query["to"] ?? "/echo")
            case "loop": "/faults/redirect/loop"
            case "file": "file:///etc/passwd"
            case "chain": stats.1 + "/faults/redirect/back"
            case "back": stats.0 + "/echo"
            default: throw DemoError(.notFound, "not_found", "there is no redirect '\(kind)'")
            }
        return .empty(
            .init(code: try query.int("status", default: 302)), headers: HTTPFields(named: ["Location": location]))
    }
}
