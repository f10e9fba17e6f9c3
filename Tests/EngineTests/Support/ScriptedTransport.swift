import HTTP
import Synchronization

/// A transport that answers by a script, and remembers what was sent.
final class ScriptedTransport: Transport {
    /// What a script says about a request.
    enum Reply: Sendable {
        case answer(status: Int, headers: [(String, String)], body: String)
        case fail(TransferError)
        /// No answer ever comes; only cancelling ends the wait.
        case hang

        static func json(_ body: String, status: Int = 200, headers: [(String, String)] = []) -> Reply {
            .answer(status: status, headers: [("Content-Type", "application/json")] + headers, body: body)
        }

        static func status(_ status: Int, _ body: String = "") -> Reply {
            .answer(status: status, headers: [], body: body)
        }
    }

    private struct State {
        var requests: [HTTPRequest] = []
        var running = 0
        var mostRunning = 0
    }

    private let state = Mutex(State())
    private let script: @Sendable (HTTPRequest, _ place: Int) async -> Reply

    /// Answers each request by its place in the order of arrival, from 0.
    init(_ script: @escaping @Sendable (HTTPRequest, _ place: Int) async -> Reply) {
        self.script = script
    }

    /// Answers with one reply after the other, and with the last one from then on.
    convenience init(_ replies: Reply...) {
        self.init { _, place in replies[min(place, replies.count - 1)] }
    }

    /// What was sent, in order of arrival.
    var requests: [HTTPRequest] { state.withLock { $0.requests } }
    /// The URLs that were asked for, in order of arrival.
    var urls: [String] { requests.map(\.url) }
    /// How many requests were under way at the same time at most.
    var mostRunning: Int { state.withLock { $0.mostRunning } }

    func send(
        _ request: HTTPRequest, to destination: BodyDestination
    ) async throws(TransferError) -> HTTPResponse {
        let place = state.withLock { state in
            state.requests.append(request)
            state.running += 1
            state.mostRunning = max(state.mostRunning, state.running)
            return state.requests.count - 1
        }
        defer { state.withLock { $0.running -= 1 } }
        switch await script(request, place) {
        case .answer(let status, let headers, let body):
            var fields = HTTPHeaders()
            for (name, value) in headers { fields.add(name, value) }
            let bytes = try deliver(Array(body.utf8), status: status, headers: fields, to: destination)
            return HTTPResponse(
                status: status, headers: fields, body: bytes, bodyLength: body.utf8.count, url: request.url)
        case .fail(let error):
            throw error
        case .hang:
            await hang()
            throw TransferError(.cancelled, message: "cancelled", host: "api.example.com")
        }
    }

    /// The bytes that stay in memory.
    private func deliver(
        _ bytes: [UInt8], status: Int, headers: HTTPHeaders, to destination: BodyDestination
    ) throws(TransferError) -> [UInt8] {
        switch destination {
        case .memory(let limit):
            guard bytes.count <= limit else { throw Self.tooLarge(limit) }
            return bytes
        case .writer(_, let limit) where bytes.count > limit:
            throw Self.tooLarge(limit)
        case .writer(let writer, _):
            guard (200..<300).contains(status) else { return bytes }
            do {
                try writer.begin(BodyHead(status: status, headers: headers))
                try bytes.withUnsafeBytes { try writer.write($0) }
            } catch {
                throw TransferError(.writer("\(error)"), message: "\(error)", host: "api.example.com")
            }
            return []
        }
    }

    private static func tooLarge(_ limit: Int) -> TransferError {
        TransferError(.bodyTooLarge(limit: limit), message: "too large", host: "api.example.com")
    }

    private func hang() async {
        let (stream, continuation) = AsyncStream<Never>.makeStream()
        await withTaskCancellationHandler {
            for await _ in stream {}
        } onCancel: {
            continuation.finish()
        }
    }
}
