import HTTPTypes
import Hummingbird
import NIOCore

/// Exports: ordered, asked about, downloaded.
///
/// - `POST /sync/exports` with a JSON object: 202 with `id` and `status_url`. Members: `polls` (3: at which poll it is
///   done), `fail` (it fails instead), `format` (`jsonl`, `csv`, `json`), `gzip`, `members` (gzip in two members),
///   `updated_since`, `type` (the content type), `encoding` (with `gzip`: as `Content-Encoding`); of the file `cut` (the
///   connection ends after so many bytes of an answer), `cuts` (1: how many answers), `slow_ms` (so long before each
///   64 KiB), `ranges` (true; false: each answer is the whole file), `etag` (`weak`, `none`), `changes` (after so many
///   downloads the file is another), `edition` (JSON Lines end with one that has its number).
/// - `GET /sync/exports/{id}`: `status` is `queued`, `running`, `done` with `file_url`, or `failed` with `error`.
///   `code=1`: 202 until it is done.
/// - `GET /sync/exports/{id}/file?signature=…`: the file, with `ETag`, `Last-Modified`, `Range` and `If-Range`. The
///   signature has to come back byte for byte.
struct SyncExportRoutes {
    let world: World

    /// With every kind of character that a client could write otherwise.
    private static let signature = "signature=a%2fb%2Bc+d%7E~%20e==&x-expires=20260101T000000Z&empty"

    func add(to router: Router<BasicRequestContext>) {
        router.post("/sync/exports") { request, _ in
            let body = try await request.jsonObject()
            let origin = request.origin
            return try await world.sync.answer(request) { query, state, name in
                let id = "e\(state.exports.count + 1)"
                state.exports[id] = try SyncExport(order: body, table: body["table"]?.string ?? name)
                let url = "\(origin)/sync/exports/\(id)"
                return .json(
                    ["id": .string(id), "status": "queued", "status_url": .string(url)], status: .accepted,
                    headers: HTTPFields(named: ["Location": url]))
            }
        }
        router.get("/sync/exports/:id") { request, context in
            let id = context.parameters.get("id") ?? ""
            let origin = request.origin
            return try await world.sync.answer(request) { query, state, _ in
                guard let status = state.exports[id]?.poll() else { throw Self.unknown(id) }
                var members: [(String, JSONText)] = [("id", .string(id)), ("status", .string(status))]
                if status == "done" {
                    members.append(("file_url", .string("\(origin)/sync/exports/\(id)/file?\(Self.signature)")))
                }
                if status == "failed" { members.append(("error", "the export ran out of ink")) }
                let isWaiting = status == "queued" || status == "running"
                return .json(.object(members), status: isWaiting && query["code"] == "1" ? .accepted : .ok)
            }
        }
        router.get("/sync/exports/:id/file") { request, context in
            let id = context.parameters.get("id") ?? ""
            return try await world.sync.answer(request) { _, state, _ in
                guard request.uri.query == Self.signature else {
                    throw DemoError(.forbidden, "bad_signature", "the signature does not match")
                }
                guard var export = state.exports[id] else { throw Self.unknown(id) }
                guard export.isDone else { throw DemoError(.conflict, "not_done", "the export is not done") }
                export.download()
                let bytes = export.bytes(state[table: export.table])
                state.exports[id] = export
                return Self.file(bytes, export, request)
            }
        }
    }

    private static func file(_ bytes: ByteBuffer, _ export: SyncExport, _ request: Request) -> Response {
        let isEncoded = export.order["encoding"]?.bool == true
        let type =
            export.format == .csv ? "text/csv" : export.format == .json ? "application/json" : "application/x-ndjson"
        var headers = HTTPFields(named: [
            "Content-Type": export.order["type"]?.string
                ?? (export.isPacked && !isEncoded ? "application/gzip" : type),
            "Last-Modified": SyncTime.http(SyncTime.start + export.edition),
        ])
        if isEncoded, export.isPacked { headers[.contentEncoding] = "gzip" }
        if let etag = export.etag { headers[.eTag] = etag }
        let hasRanges = export.order["ranges"]?.bool != false
        if hasRanges { headers[.acceptRanges] = "bytes" }
        var part = bytes
        var status = HTTPResponse.Status.ok
        if hasRanges, isCurrent(request.headers[.ifRange], headers) {
            switch ByteRange(request.headers[.range], size: bytes.readableBytes) {
            case .whole: break
            case .unsatisfiable:
                headers[.contentRange] = "bytes */\(bytes.readableBytes)"
                return .empty(.rangeNotSatisfiable, headers: headers)
            case .part(let range):
                part = bytes.getSlice(at: bytes.readerIndex + range.lowerBound, length: range.count) ?? bytes
                headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(bytes.readableBytes)"
                status = .partialContent
            }
        }
        if let cut = export.order["cut"]?.int, export.downloads <= export.order["cuts"]?.int ?? 1 {
            return CutBody.response(part, after: cut, status: status, headers: headers)
        }
        let body = part
        guard let pause = export.order["slow_ms"]?.int else {
            return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: body))
        }
        return Response(
            status: status, headers: headers,
            body: ResponseBody(contentLength: body.readableBytes) { writer in
                var rest = body
                while let block = rest.readSlice(length: min(65_536, rest.readableBytes)), block.readableBytes > 0 {
                    try await Task.sleep(for: .milliseconds(pause))
                    try await writer.write(block)
                }
                try await writer.finish(nil)
            })
    }

    /// Whether the file is still the one that `If-Range` means; a weak validator never is (RFC 9110, section 13.1.5).
    private static func isCurrent(_ condition: String?, _ headers: HTTPFields) -> Bool {
        guard let condition else { return true }
        if condition.hasPrefix("W/") { return false }
        return condition == headers[.eTag] || condition == headers[.lastModified]
    }

    private static func unknown(_ id: String) -> DemoError {
        DemoError(.notFound, "not_found", "there is no export '\(id)'")
    }
}
