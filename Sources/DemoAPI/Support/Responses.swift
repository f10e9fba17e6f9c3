import HTTPTypes
import Hummingbird
import NIOCore

/// An answer that is not the one asked for: a status and a JSON body with `error` and `message`.
struct DemoError: Error, HTTPResponseError {
    let status: HTTPResponse.Status
    let code: String
    let message: String
    var headers: HTTPFields = [:]

    init(_ status: HTTPResponse.Status, _ code: String, _ message: String, headers: HTTPFields = [:]) {
        self.status = status
        self.code = code
        self.message = message
        self.headers = headers
    }

    func response(from request: Request, context: some RequestContext) throws -> Response {
        let body = JSONText.object([("error", .string(code)), ("message", .string(message))])
        return .json(body, status: status, headers: headers)
    }
}

extension Response {
    /// A JSON answer.
    static func json(_ body: JSONText, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) -> Response {
        .bytes(ByteBuffer(string: body.text), type: "application/json", status: status, headers: headers)
    }

    /// An answer of any type.
    static func text(
        _ body: String, type: String, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
    ) -> Response {
        .bytes(ByteBuffer(string: body), type: type, status: status, headers: headers)
    }

    /// An answer of any type, from bytes that are there already.
    static func bytes(
        _ body: ByteBuffer, type: String, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
    ) -> Response {
        var headers = headers
        headers[.contentType] = type
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: body))
    }

    /// An answer without a body.
    static func empty(_ status: HTTPResponse.Status, headers: HTTPFields = [:]) -> Response {
        Response(status: status, headers: headers)
    }
}

extension HTTPField.Name {
    /// A name written in this source; one that is not a token becomes `X-Invalid`.
    static func named(_ name: String) -> HTTPField.Name {
        HTTPField.Name(name) ?? .init("X-Invalid") ?? .from
    }
}

extension HTTPFields {
    /// The fields of a dictionary literal's names and values.
    init(named fields: KeyValuePairs<String, String>) {
        self.init()
        for (name, value) in fields {
            append(HTTPField(name: .named(name), value: value))
        }
    }
}

extension Request {
    /// The origin as the client wrote it, for absolute links: `http://127.0.0.1:8080`.
    var origin: String {
        "http://" + (head.authority ?? "127.0.0.1")
    }

    /// The body's bytes, up to 64 MiB.
    func bodyBytes() async throws -> [UInt8] {
        Array(buffer: try await body.collect(upTo: 64 << 20))
    }
}
