import Foundation
import HTTPTypes
import Hummingbird

/// `/echo` answers with the request as it arrived; `/graphql` answers as a GraphQL server would.
///
/// `/echo` wants no token and takes every method and any path below it. The answer has `method`, `path`, `query` (the
/// text as sent), `args` (decoded, in order), `headers` (names as sent, in order), `body` (text), `body_base64`,
/// and as the content type says `json` (the bytes as sent), `form` or `parts`.
struct EchoRoutes {
    let world: World

    func add(to router: Router<BasicRequestContext>) {
        for method in [HTTPRequest.Method.get, .post, .put, .patch, .delete, .options, .head] {
            router.on("/echo", method: method) { request, _ in try await echo(request) }
            router.on("/echo/**", method: method) { request, _ in try await echo(request) }
        }
        router.post("/graphql") { request, _ in
            try await world.requireToken(request, scope: "read:data")
            return try await graphQL(request)
        }
    }

    private func echo(_ request: Request) async throws -> Response {
        let body = try await request.bodyBytes()
        let type = request.headers[.contentType] ?? ""
        var members: [(String, JSONText)] = [
            ("method", .string(request.method.rawValue)),
            ("path", .string(request.uri.path)),
            ("query", request.uri.query.map { .string($0) } ?? .null),
            ("args", .array(Query(request).pairs.map { .array([.string($0.name), .string($0.value)]) })),
            ("headers", .array(request.headers.map { .array([.string($0.name.rawName), .string($0.value)]) })),
            ("body", .string(String(decoding: body, as: UTF8.self))),
            ("body_base64", .string(Data(body).base64EncodedString())),
        ]
        if type.hasPrefix("application/json"),
            (try? JSONSerialization.jsonObject(with: Data(body), options: .fragmentsAllowed)) != nil
        {
            members.append(("json", .raw(String(decoding: body, as: UTF8.self))))
        } else if type.hasPrefix("application/x-www-form-urlencoded") {
            let form = Query(String(decoding: body, as: UTF8.self))
            members.append(("form", .array(form.pairs.map { .array([.string($0.name), .string($0.value)]) })))
        } else if type.hasPrefix("multipart/form-data") {
            members.append(("parts", MultipartEcho(contentType: type, body: body).json))
        }
        return .json(.object(members))
    }

    /// Knows one query, `items(first, after)`, and answers by its variables.
    private func graphQL(_ request: Request) async throws -> Response {
        let object = try JSONSerialization.jsonObject(with: Data(try await request.bodyBytes())) as? [String: Any]
        guard let query = object?["query"] as? String, query.contains("items") else {
            return .json(
                .object([
                    ("data", .null),
                    ("errors", .array([.object([("message", .string("Cannot query this field on type 'Query'."))])])),
                ]))
        }
        let variables = object?["variables"] as? [String: Any] ?? [:]
        let first = min(max((variables["first"] as? Int) ?? 10, 1), 100)
        let start = try PageRequest.start(ofCursor: variables["after"] as? String)
        let end = min(start + first, 25)
        let nodes = (start..<max(start, end)).map { index in
            JSONText.object([("id", .string("item-\(index + 1)")), ("title", .string("Item \(index + 1)"))])
        }
        let pageInfo = JSONText.object([
            ("hasNextPage", .bool(end < 25)), ("endCursor", end < 25 ? .string(PageRequest.cursor(end)) : .null),
        ])
        return .json(
            .object([
                (
                    "data",
                    .object([
                        (
                            "items",
                            .object([("nodes", .array(nodes)), ("pageInfo", pageInfo), ("totalCount", .int(25))])
                        )
                    ])
                )
            ]))
    }
}
