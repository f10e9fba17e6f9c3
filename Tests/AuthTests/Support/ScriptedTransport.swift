import HTTP
import Synchronization

/// A transport that answers as a test says, and keeps what it was asked.
final class ScriptedTransport: Transport {
    typealias Script = @Sendable (HTTPRequest, Int) async throws(TransferError) -> HTTPResponse

    private struct Log {
        var requests: [HTTPRequest] = []
        var limits: [Int] = []
    }

    private let script: Script
    private let log = Mutex(Log())

    /// The script gets the request and its number, from 1.
    init(_ script: @escaping Script) {
        self.script = script
    }

    /// Gives these answers one after the other; the last one again and again.
    convenience init(_ answers: HTTPResponse...) {
        self.init { _, number throws(TransferError) in answers[min(number, answers.count) - 1] }
    }

    /// The requests, in their order.
    var requests: [HTTPRequest] { log.withLock { $0.requests } }

    /// How many bytes the answers could have at most.
    var limits: [Int] { log.withLock { $0.limits } }

    func send(_ request: HTTPRequest, to destination: BodyDestination) async throws(TransferError) -> HTTPResponse {
        let number = log.withLock { log in
            log.requests.append(request)
            if case .memory(let limit) = destination { log.limits.append(limit) }
            return log.requests.count
        }
        return try await script(request, number)
    }
}
