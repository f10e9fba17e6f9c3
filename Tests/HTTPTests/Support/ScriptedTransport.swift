import HTTP
import Synchronization

/// Answers as it was told to, in turn, and remembers what it was asked.
final class ScriptedTransport: Transport {
    typealias Answer = Result<HTTPResponse, TransferError>

    private struct State {
        var answers: [Answer]
        var requests: [HTTPRequest] = []
    }

    private let state: Mutex<State>

    init(_ answers: [Answer]) {
        state = Mutex(State(answers: answers))
    }

    var requests: [HTTPRequest] { state.withLock { $0.requests } }

    func send(
        _ request: HTTPRequest, to destination: BodyDestination
    ) async throws(TransferError) -> HTTPResponse {
        let answer: Answer = state.withLock { state in
            state.requests.append(request)
            // The last answer stands for all that follow.
            return state.answers.count > 1 ? state.answers.removeFirst() : state.answers[0]
        }
        return try answer.get()
    }
}

extension Result<HTTPResponse, TransferError> {
    /// An answer with these fields.
    static func answer(_ status: Int, _ fields: KeyValuePairs<String, String> = [:]) -> Self {
        var headers = HTTPHeaders()
        for (name, value) in fields { headers.add(name, value) }
        return .success(HTTPResponse(status: status, headers: headers, body: Array("\(status)".utf8)))
    }

    /// A failed transfer.
    static func failed(_ kind: TransferError.Kind, isNothingSent: Bool = false) -> Self {
        .failure(TransferError(kind, message: "it failed", host: "api.example.com", isNothingSent: isNothingSent))
    }
}
