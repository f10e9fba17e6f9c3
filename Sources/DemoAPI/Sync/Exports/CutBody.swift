import HTTPTypes
import Hummingbird
import NIOCore

/// Bodies whose connection ends before they do.
enum CutBody {
    private struct CutOff: Error {}

    /// The first bytes of a body that says it has more; the whole body when it has no more than those.
    static func response(
        _ bytes: ByteBuffer, after count: Int, status: HTTPResponse.Status, headers: HTTPFields
    ) -> Response {
        let body = ResponseBody(contentLength: bytes.readableBytes) { writer in
            var rest = bytes
            if let part = rest.readSlice(length: min(count, bytes.readableBytes)) { try await writer.write(part) }
            if rest.readableBytes > 0 {
                // What was written is on its way before the connection ends.
                try await Task.sleep(for: .milliseconds(50))
                throw CutOff()
            }
            try await writer.finish(nil)
        }
        return Response(status: status, headers: headers, body: body)
    }

    /// An answer without any of its body.
    static func cut(_ response: Response) -> Response {
        let body = ResponseBody(contentLength: max(response.body.contentLength ?? 0, 1)) { _ in throw CutOff() }
        return Response(status: response.status, headers: response.headers, body: body)
    }
}
