import HTTP
import Secrets
import Synchronization

/// Sends token requests, and takes down what must be known before anybody else sees the answer.
final class TokenTransport: Transport {
    private let transport: any Transport
    private let clock: any HTTPClock
    private let redactor: Redactor
    private let secrets: AnswerSecrets
    private let last: Mutex<Moment>

    init(_ transport: any Transport, clock: any HTTPClock, redactor: Redactor, secrets: AnswerSecrets) {
        self.transport = transport
        self.clock = clock
        self.redactor = redactor
        self.secrets = secrets
        last = Mutex(Moment(now: clock))
    }

    /// When the last attempt began: the life of its token does not begin later than that.
    var lastStart: Moment { last.withLock { $0 } }

    func send(
        _ request: HTTPRequest, to destination: BodyDestination
    ) async throws(TransferError) -> HTTPResponse {
        let start = Moment(now: clock)
        last.withLock { $0 = start }
        let response = try await transport.send(request, to: destination)
        for secret in secrets.all(in: response) { redactor.register(secret) }
        return response
    }
}
