import Synchronization

/// A body that goes to a writer, and that the next attempt goes on with when one breaks off.
///
/// It asks for the rest with `Range` and `If-Range` (RFC 9110, 14) where the answer had a strong validator, so that a
/// server which has something else by now, or which knows no ranges, sends all of it from the beginning.
final class ResumableBody: BodyWriter {
    private struct State {
        /// The head of the answer that the body began with.
        var head: BodyHead?
        /// How many bytes came.
        var received = 0
        /// How many there are in all, if that is known.
        var total: Int?
        /// What the rest may be asked for with; nil when it must not be.
        var validator: String?
        /// Where the attempt under way begins; nil when it begins at the beginning.
        var asked: Int?
        /// The most bytes that had come when somebody looked, also before the body began anew.
        var seen = 0
    }

    private let writer: any BodyWriter
    private let limit: Int
    /// Whether the transport unpacks what comes, so that bytes here are not the bytes that a range counts.
    private let isDecoded: Bool
    private let state = Mutex(State())

    init(_ writer: any BodyWriter, limit: Int, isDecoded: Bool) {
        (self.writer, self.limit, self.isDecoded) = (writer, limit, isDecoded)
    }

    /// Makes a request ask for what is missing only, if that is possible.
    func prepare(_ request: inout HTTPRequest) {
        let isPlain = request.method == "GET" && !request.headers.contains("Range")
        let rest = state.withLock { state -> (offset: Int, validator: String)? in
            state.asked = nil
            guard isPlain, state.received > 0, let validator = state.validator else { return nil }
            state.asked = state.received
            return (state.received, validator)
        }
        guard let rest else { return }
        request.headers.add("Range", "bytes=\(rest.offset)-")
        request.headers.set(HTTPHeader("If-Range", rest.validator))
        if isDecoded { request.headers.set(HTTPHeader("Accept-Encoding", "identity")) }
    }

    func begin(_ head: BodyHead) throws {
        let isContinued = try state.withLock { state in
            guard head.status == 206, let asked = state.asked else {
                state = Self.started(head, isDecoded: isDecoded, seen: state.seen)
                return false
            }
            guard let range = ContentRange(head.headers.first("Content-Range") ?? ""), range.start == asked,
                state.total == nil || range.total == nil || state.total == range.total,
                head.headers.first("Content-Encoding") == state.head?.headers.first("Content-Encoding")
            else {
                state.validator = nil
                throw BodyRefusal(
                    kind: .protocolError, message: "the server sent another part of the body than was asked for")
            }
            state.total = state.total ?? range.total
            return true
        }
        if !isContinued { try writer.begin(head) }
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws {
        let length = state.withLock { state in
            state.received += bytes.count
            return state.received
        }
        guard length <= limit else {
            throw BodyRefusal(
                kind: .bodyTooLarge(limit: limit), message: "the body is larger than \(ByteCount.text(limit))")
        }
        try writer.write(bytes)
    }

    /// Whether more came than ever before when this was asked.
    func hasProgressed() -> Bool {
        state.withLock { state in
            defer { state.seen = max(state.seen, state.received) }
            return state.received > state.seen
        }
    }

    /// Whether a server has no such rest; then the next attempt asks for all.
    func isRefused(by response: HTTPResponse) -> Bool {
        state.withLock { state in
            guard response.status == 416, state.asked != nil else { return false }
            state.validator = nil
            return true
        }
    }

    /// The answer as it would be had it come in one piece.
    ///
    /// - Throws: that a part is still missing.
    func complete(_ response: HTTPResponse) throws(TransferError) -> HTTPResponse {
        guard 200...299 ~= response.status else { return response }
        let (state, isMissing) = state.withLock { state in
            let isMissing = state.asked != nil && state.total.map { state.received < $0 } == true
            // What is whole is not gone on with.
            if !isMissing { state.validator = nil }
            return (state, isMissing)
        }
        if isMissing, let total = state.total {
            throw TransferError(
                .bodyCut, message: "\(state.received) of \(total) bytes came", host: Origin(response.url)?.host ?? "")
        }
        guard state.asked != nil, response.status == 206, let head = state.head else { return response }
        return HTTPResponse(
            status: head.status, headers: head.headers, bodyLength: state.received, url: response.url,
            timing: response.timing, version: response.version)
    }

    private static func started(_ head: BodyHead, isDecoded: Bool, seen: Int) -> State {
        var state = State(head: head, seen: seen)
        let isEncoded = isDecoded && head.headers.contains("Content-Encoding")
        guard head.status == 200, !isEncoded else { return state }
        state.total = head.headers.first("Content-Length").flatMap { Int($0) }
        if head.headers.first("Accept-Ranges")?.lowercased() != "none" {
            state.validator = StrongValidator.find(in: head.headers)
        }
        return state
    }
}
