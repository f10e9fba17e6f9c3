import HTTPTypes
import Hummingbird
import NIOCore

/// Bodies that say they are JSON: `/faults/json/{kind}`.
enum JSONFaults {
    static func response(_ kind: String, _ query: Query) throws -> Response {
        let depth = min(try query.int("depth", default: 100_000), 10_000_000)
        let body: ByteBuffer
        switch kind {
        case "invalid": body = ByteBuffer(string: "{\"data\": [1, 2,, 3]}")
        case "truncated": body = ByteBuffer(string: "{\"data\":[{\"id\":1,\"name\":\"wh")
        case "empty": body = ByteBuffer(string: "")
        case "html": return .text("<html><body>maintenance</body></html>", type: "text/html")
        case "deep":
            body = ByteBuffer(string: String(repeating: "[", count: depth) + String(repeating: "]", count: depth))
        case "open": body = ByteBuffer(string: String(repeating: "{\"a\":", count: depth))
        case "control":
            body = ByteBuffer(
                string: "{\"data\":[{\"id\":1,\"name\":\"\\u001b]0;owned\\u0007\\u001b[2Jred\\u009b31m\"}]}")
        case "control-error":
            return .text(
                "{\"error\":\"\\u001b[2J\\u001b]0;owned\\u0007gone\\r\\nerror[E9999]: fake\"}",
                type: "application/json",
                status: .badRequest)
        case "raw-control": body = ByteBuffer(string: "{\"name\":\"tab\there\"}")
        case "nan": body = ByteBuffer(string: "{\"value\":NaN}")
        case "bom": body = ByteBuffer(string: "\u{feff}{\"data\":[{\"id\":1}]}")
        case "bad-utf8": body = ByteBuffer(bytes: Array("{\"name\":\"caf".utf8) + [0xe9] + Array("\"}".utf8))
        case "duplicate": body = ByteBuffer(string: "{\"id\":1,\"id\":2}")
        case "numbers":
            body = ByteBuffer(
                string: "{\"data\":[{\"id\":12345678901234567890,\"price\":1.10,\"big\":1e400,\"neg\":-0}]}")
        case "long-number": body = ByteBuffer(string: "[" + String(repeating: "9", count: 1_000_000) + "]")
        case "trailing": body = ByteBuffer(string: "{\"data\":[]} x")
        case "scalar": body = ByteBuffer(string: "42")
        case "null": body = ByteBuffer(string: "null")
        case "formula":
            body = ByteBuffer(string: "[{\"id\":1,\"name\":\"=1+2\",\"text\":\"a,b \\\"c\\\"\\nd\"}]")
        case "mixed": body = ByteBuffer(string: "[{\"id\":1},{\"id\":2,\"late\":true}]")
        default: throw DemoError(.notFound, "not_found", "there is no '\(kind)'")
        }
        return .bytes(body, type: "application/json")
    }
}
