import HTTPTypes
import Hummingbird
import NIOCore

/// Bodies that end early, never end, expand, or are not what they say.
///
/// None wants a token.
///
/// - `/faults/cut?kind=length|chunked|slow`: the connection is closed within the body
/// - `/faults/slow?bytes=N&delay_ms=M`: N single bytes, M ms apart, of a JSON text
/// - `/faults/huge?bytes=N`: a JSON array of N bytes or more
/// - `/faults/gzip`, `/faults/gzip?label=none`: a compressed body, with and without `Content-Encoding`
/// - `/faults/gzip-bomb?mb=N`: zeros, 108 times smaller on the wire
/// - `/faults/json/{kind}`: see ``JSONFaults``
struct BodyFaultRoutes {
    let world: World

    /// Closes the connection in the middle of a body.
    private struct CutOff: Error {}

    func add(to router: Router<BasicRequestContext>) {
        router.get("/faults/cut") { request, _ in cut(Query(request)["kind"] ?? "length") }
        router.get("/faults/slow") { request, _ in try slow(Query(request)) }
        router.get("/faults/huge") { request, _ in try huge(Query(request)) }
        router.get("/faults/gzip") { request, _ in
            let text = "{\"data\":[{\"id\":1,\"name\":\"packed\"},{\"id\":2,\"name\":\"packed too\"}]}"
            var headers = HTTPFields()
            if Query(request)["label"] != "none" {
                headers[.contentEncoding] = "gzip"
            }
            return Response.bytes(
                ByteBuffer(bytes: GzipWriter.stored(Array(text.utf8))), type: "application/json", headers: headers)
        }
        router.get("/faults/gzip-bomb") { request, _ in try bomb(Query(request)) }
        router.get("/faults/json/:kind") { request, context in
            try JSONFaults.response(context.parameters.get("kind") ?? "", Query(request))
        }
    }

    private func cut(_ kind: String) -> Response {
        let part = ByteBuffer(string: "{\"data\":[{\"id\":1,\"name\":\"whole\"},{\"id\":2,\"na")
        let body = ResponseBody(contentLength: kind == "chunked" ? nil : 4096) { writer in
            try await writer.write(part)
            if kind == "slow" {
                try await Task.sleep(for: .milliseconds(200))
            }
            throw CutOff()
        }
        return Response(status: .ok, headers: [.contentType: "application/json"], body: body)
    }

    private func slow(_ query: Query) throws -> Response {
        let count = try query.int("bytes", default: 10)
        let delay = try query.int("delay_ms", default: 100)
        let text = "[\"" + String(repeating: "x", count: max(0, min(count, 100_000) - 4)) + "\"]"
        let body = ResponseBody(contentLength: text.utf8.count) { writer in
            for byte in text.utf8 {
                try await writer.write(ByteBuffer(bytes: [byte]))
                try await Task.sleep(for: .milliseconds(delay))
            }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: [.contentType: "application/json"], body: body)
    }

    private func huge(_ query: Query) throws -> Response {
        let bytes = try query.int("bytes", default: 200 << 20)
        let block = ByteBuffer(string: String(repeating: "\"0123456789abcdef\",", count: 3449))
        let body = ResponseBody { writer in
            try await writer.write(ByteBuffer(string: "["))
            for _ in 0..<bytes / block.readableBytes + 1 {
                try await writer.write(block)
            }
            try await writer.write(ByteBuffer(string: "0]"))
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: [.contentType: "application/json"], body: body)
    }

    private func bomb(_ query: Query) throws -> Response {
        let size = try query.int("mb", default: 1024) << 20
        let body = ResponseBody { writer in
            try await writer.write(ByteBuffer(bytes: GzipWriter.bombHead))
            // 94 KiB of the pattern a write.
            let block = ByteBuffer(bytes: (0..<5041).flatMap { _ in GzipWriter.bombPattern })
            for _ in 0..<size / (5041 * GzipWriter.bombPatternSize) + 1 {
                try await writer.write(block)
            }
            try await writer.write(ByteBuffer(bytes: GzipWriter.bombTail))
            try await writer.finish(nil)
        }
        return Response(
            status: .ok, headers: [.contentType: "application/json", .contentEncoding: "gzip"], body: body)
    }
}
