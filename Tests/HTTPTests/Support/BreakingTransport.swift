import Synchronization

@testable import HTTP

/// A server of one file whose connections break.
final class BreakingTransport: Transport {
    /// How it behaves; changed between attempts by `onAttempt`.
    struct Server: Sendable {
        var body: String
        var headers: [(String, String)] = []
        /// After how many bytes each attempt breaks, one after the other; what is not there does not break.
        var breaks: [Int] = []
        /// Whether it understands ranges.
        var hasRanges = true
        /// What a 206 says, in place of what is true.
        var contentRange: String?
        /// The most bytes of a part.
        var partLimit = Int.max
        /// What attempts are answered by, in place of the file.
        var statuses: [Int: Int] = [:]
    }

    private let state: Mutex<(server: Server, requests: [HTTPRequest])>
    private let onAttempt: @Sendable (Int, inout Server) -> Void

    init(_ server: Server, onAttempt: @escaping @Sendable (Int, inout Server) -> Void = { _, _ in }) {
        state = Mutex((server, []))
        self.onAttempt = onAttempt
    }

    var requests: [HTTPRequest] { state.withLock { $0.requests } }
    var ranges: [String?] { requests.map { $0.headers.first("Range") } }

    func send(
        _ request: HTTPRequest, to destination: BodyDestination
    ) async throws(TransferError) -> HTTPResponse {
        let (server, attempt) = state.withLock { state in
            onAttempt(state.requests.count, &state.server)
            state.requests.append(request)
            return (state.server, state.requests.count - 1)
        }
        guard case .writer(let writer, _) = destination else { return HTTPResponse(status: 500) }
        if let status = server.statuses[attempt] { return HTTPResponse(status: status, url: request.url) }
        var headers = HTTPHeaders()
        for (name, value) in server.headers { headers.add(name, value) }
        let whole = Array(server.body.utf8)
        var (status, part) = (200, whole[...])
        let validators = [headers.first("ETag"), headers.first("Last-Modified")]
        if server.hasRanges, let range = request.headers.first("Range"),
            request.headers.first("If-Range").map({ validators.contains($0) }) ?? true,
            let start = Int(range.drop { $0 != "=" }.dropFirst().dropLast())
        {
            guard start < whole.count else { return HTTPResponse(status: 416, url: request.url) }
            part = whole[start...].prefix(server.partLimit)
            status = 206
            headers.add(
                "Content-Range", server.contentRange ?? "bytes \(start)-\(part.endIndex - 1)/\(whole.count)")
        }
        do {
            try writer.begin(BodyHead(status: status, headers: headers))
            let count = attempt < server.breaks.count ? min(server.breaks[attempt], part.count) : part.count
            try Array(part.prefix(count)).withUnsafeBytes { try writer.write($0) }
            guard attempt >= server.breaks.count else { throw TransferError(.bodyCut, message: "cut", host: "h") }
        } catch let error as TransferError {
            throw error
        } catch let error as BodyRefusal {
            throw TransferError(error.kind, message: error.message)
        } catch {
            throw TransferError(.writer("\(error)"), message: "\(error)")
        }
        return HTTPResponse(status: status, headers: headers, bodyLength: part.count, url: request.url)
    }
}
