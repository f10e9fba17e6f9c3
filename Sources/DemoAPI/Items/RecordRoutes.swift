import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// Single records: items and customers, read and written.
struct RecordRoutes {
    let world: World

    func add(to router: Router<BasicRequestContext>) {
        router.get("/items/:id") { request, context in
            try await world.requireToken(request, scope: "read:data")
            let id = try id(context)
            var writer = ItemWriter()
            writer.append(record: id, extra: ",\"stock\":\(id % 17),\"weight\":\(id % 9).50")
            return Response.bytes(ByteBuffer(bytes: writer.bytes), type: "application/json")
        }
        router.get("/customers/:id") { request, context in
            try await world.requireToken(request, scope: "read:data")
            return try customer(try id(context))
        }
        router.get("/downloads/:name") { request, context in
            try await world.requireToken(request, scope: "read:data")
            let bytes = try Query(request).int("bytes", default: 1000)
            let line = "All work and no play makes a dull download.\n"
            let text = String(repeating: line, count: min(bytes, 64 << 20) / line.utf8.count + 1).utf8.prefix(bytes)
            return Response.bytes(ByteBuffer(bytes: Array(text)), type: "application/octet-stream")
        }
        router.post("/items") { request, _ in
            try await world.requireToken(request, scope: "write:data")
            return try await create(request)
        }
        for method in [HTTPRequest.Method.put, .patch] {
            router.on("/items/:id", method: method) { request, context in
                try await world.requireToken(request, scope: "write:data")
                let id = try id(context)
                return Response.json(
                    .object([
                        ("id", .int(id)), ("method", .string(method.rawValue)),
                        ("body", .raw(String(decoding: try await jsonBody(request), as: UTF8.self))),
                    ]))
            }
        }
        router.delete("/items/:id") { request, context in
            try await world.requireToken(request, scope: "write:data")
            _ = try id(context)
            return Response.empty(.noContent)
        }
    }

    private func id(_ context: BasicRequestContext) throws -> Int {
        guard let text = context.parameters.get("id"), let id = Int(text), 1...10_000_000 ~= id else {
            throw DemoError(.notFound, "not_found", "there is no such record")
        }
        return id
    }

    /// Customers are 1 to 50, and 13 and 42 have left.
    private func customer(_ id: Int) throws -> Response {
        guard id <= 50, id != 13, id != 42 else {
            throw DemoError(.notFound, "not_found", "customer \(id) does not exist")
        }
        let names = ["Ada", "Grace", "Łukasz", "Zoë", "李雷"]
        return .json(
            .object([
                ("id", .int(id)), ("name", .string(names[id % names.count])),
                ("email", .string("customer\(id)@example.com")), ("credit", .raw("\(id * 100).50")),
                ("region", .string(["eu", "us", "apac"][id % 3])),
            ]))
    }

    private func create(_ request: Request) async throws -> Response {
        let body = try await jsonBody(request)
        let object = try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any]
        let outcome = world.created.withLock {
            $0.add(sku: object?["sku"] as? String, key: request.headers[.named("Idempotency-Key")])
        }
        let echo = JSONText.raw(String(decoding: body, as: UTF8.self))
        switch outcome {
        case .created(let id):
            return .json(
                .object([("id", .int(id)), ("item", echo)]), status: .created,
                headers: HTTPFields(named: ["Location": "/items/\(id)"]))
        case .replayed(let id):
            return .json(
                .object([("id", .int(id)), ("item", echo)]), status: .created,
                headers: HTTPFields(named: ["Location": "/items/\(id)", "Idempotency-Replayed": "true"]))
        case .conflict: throw DemoError(.conflict, "exists", "an item with this sku exists already")
        }
    }

    private func jsonBody(_ request: Request) async throws -> [UInt8] {
        let body = try await request.bodyBytes()
        guard (try? JSONSerialization.jsonObject(with: Data(body), options: .fragmentsAllowed)) != nil else {
            throw DemoError(.badRequest, "invalid_body", "the body is not JSON")
        }
        return body
    }
}
