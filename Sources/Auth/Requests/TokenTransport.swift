import HTTP
import Secrets
import Synchronization

/// Sends token requests, and takes down what must be known before anybody else sees the answer.
final class TokenTransport: Transport {
    private let transport: any Transport
    private let clock: any HTTPClock
    private let redactor: Redactor
    private let secrets: AnswerSecrets
    private let last: Mutex<(start: Moment, retryAfter: Duration?)>

    init(_ transport: any Transport, clock: any HTTPClock, redactor: Redactor, secrets: AnswerSecrets) {
        self.transport = transport
        self.clock = clock
        self.redactor = redactor
        self.secrets = secrets
        last = Mutex((Moment(now: clock), nil))
    }

    /// When the last attempt began: the life of its token does not begin later than that.
    var lastStart: Moment { last.withLock { $0.start } }

    /// How long the last answer asked to be left alone.
    var retryAfter: Duration? { last.withLock { $0.retryAfter } }

    func send(
        _ request: HTTPRequest, to destination: BodyDestination
    ) async throws(TransferError) -> HTTPResponse {
        let start = Moment(now: clock)
        last.withLock { $0 = (start, nil) }
        let response = try await transport.send(request, to: destination)
        let retryAfter = ServerDate.retryAfter(response, at: clock.wallClock())
        last.withLock { $0.retryAfter = retryAfter }
        for secret in secrets.all(in: response) { redactor.register(secret) }
        return response
    }
}
