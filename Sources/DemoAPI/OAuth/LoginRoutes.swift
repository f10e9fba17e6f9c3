import Foundation
import HTTPTypes
import Hummingbird

/// APIs that do not speak OAuth: a login that answers with a key, an API key, HTTP Basic.
struct LoginRoutes {
    let world: World

    func add(to router: Router<BasicRequestContext>) {
        router.post("/login") { request, _ in try await login(request) }
        router.get("/session/profile") { request, _ in
            guard request.headers[.named("X-Session-Key")] == "sk-7-0b5c1e" else {
                throw DemoError(.unauthorized, "no_session", "X-Session-Key is missing or wrong")
            }
            return Response.json(
                .object([("customer_id", .int(7)), ("name", .string("Grace")), ("plan", .string("team"))]))
        }
        router.get("/private/key") { request, _ in
            let key = request.headers[.named("X-Api-Key")] ?? Query(request)["api_key"]
            guard key == "demo-api-key" else { throw DemoError(.unauthorized, "bad_key", "the API key is wrong") }
            return Response.json(.object([("ok", .bool(true)), ("by", .string("key"))]))
        }
        router.get("/private/basic") { request, _ in
            let expected = "Basic " + Data("demo-user:demo-password".utf8).base64EncodedString()
            guard request.headers[.authorization] == expected else {
                throw DemoError(
                    .unauthorized, "bad_credentials", "the user or the password is wrong",
                    headers: HTTPFields(named: ["WWW-Authenticate": "Basic realm=\"demo\""]))
            }
            return Response.json(.object([("ok", .bool(true)), ("by", .string("basic"))]))
        }
    }

    private func login(_ request: Request) async throws -> Response {
        let body = String(decoding: try await request.bodyBytes(), as: UTF8.self)
        guard body.contains("\"grace\""), body.contains("\"hopper-1906\"") else {
            throw DemoError(.unauthorized, "bad_credentials", "the user or the password is wrong")
        }
        let session = JSONText.object([("key", .string("sk-7-0b5c1e")), ("customer_id", .int(7))])
        return .json(
            .object([("session", session)]),
            headers: HTTPFields(named: ["Set-Cookie": "sid=cookie-7; Path=/; HttpOnly", "X-Request-Id": "req-0001"]))
    }
}
