import HTTP
import Synchronization

/// A transport that answers with bodies in chunks, which may break off.
final class ChunkTransport: Transport {
    /// One attempt.
    struct Answer: Sendable {
        var status = 200
        var headers: [(String, String)] = []
        var chunks: [[UInt8]]
        var breaks = false
    }

    private let state = Mutex<[HTTPRequest]>([])
    private let answers: [Answer]
    private let makeChunk: (@Sendable (Int) -> [UInt8]?)?

    /// Answers with one after the other, and with the last one from then on.
    init(_ answers: Answer...) {
        self.answers = answers
        makeChunk = nil
    }

    /// Answers with chunks as they are made, until there is none.
    init(making makeChunk: @escaping @Sendable (Int) -> [UInt8]?) {
        answers = []
        self.makeChunk = makeChunk
    }

    var requests: [HTTPRequest] { state.withLock { $0 } }

    func send(
        _ request: HTTPRequest, to destination: BodyDestination
    ) async throws(TransferError) -> HTTPResponse {
        let place = state.withLock { requests in
            requests.append(request)
            return requests.count - 1
        }
        guard case .writer(let writer, _) = destination else {
            throw TransferError(.other, message: "a body that is streamed goes to a writer")
        }
        let answer = makeChunk == nil ? answers[min(place, answers.count - 1)] : Answer(chunks: [])
        var headers = HTTPHeaders()
        for (name, value) in answer.headers { headers.add(name, value) }
        guard 200...299 ~= answer.status else {
            return HTTPResponse(status: answer.status, headers: headers, body: answer.chunks.flatMap(\.self))
        }
        do {
            try writer.begin(BodyHead(status: answer.status, headers: headers))
            for chunk in answer.chunks { try chunk.withUnsafeBytes { try writer.write($0) } }
            var count = 0
            while let chunk = makeChunk?(count) {
                try Task.checkCancellation()
                try chunk.withUnsafeBytes { try writer.write($0) }
                count += 1
                await Task.yield()
            }
        } catch is CancellationError {
            throw TransferError(.cancelled, message: "cancelled")
        } catch {
            throw TransferError(.writer("\(error)"), message: "\(error)")
        }
        if answer.breaks { throw TransferError(.bodyCut, message: "the body was cut", host: "api.example.com") }
        return HTTPResponse(status: answer.status, headers: headers, url: request.url)
    }
}

extension ChunkTransport.Answer {
    /// A whole body of text.
    init(_ text: String, headers: [(String, String)] = []) {
        self.init(headers: headers, chunks: [Array(text.utf8)])
    }
}
