import Auth
import Diagnostics
import HTTP
import JSON
import JWT
import JobFile
import Secrets

/// Says what was sent for a token and what came back.
struct ExchangeFindings {
    /// From here on a server may refuse an assertion for its times.
    private static let worryingSkew = 5.0
    private static let badSkew = 30.0

    let source: TokenSourceConfiguration

    func add(_ recorder: ExchangeRecorder, to examination: inout Examination) {
        let exchanges = recorder.exchanges
        if exchanges.isEmpty { examination.add("request", nothing) }
        for exchange in exchanges {
            examination.add("request", SentRequest.lines(of: exchange.request).joined(separator: "\n"))
            for assertion in SentRequest.assertions(in: exchange.request) {
                examination.add(assertion.name, assertion.text)
            }
            guard let response = exchange.response else {
                examination.add("answer", "none came", .warning)
                continue
            }
            examination.add("answer", "\(response.status) in \(milliseconds(response.timing.total)) ms")
            addSkew(response, at: exchange.answeredAt, to: &examination)
            MetadataFindings(source: source).add(response, to: &examination)
        }
        if recorder.omitted > 0 {
            examination.add("request", "\(recorder.omitted) more, which are not shown", .warning)
        }
    }

    /// Why nothing was sent.
    private var nothing: String {
        if case .jwt = source.kind { return "nothing has to be sent: the job signs the token itself" }
        return "nothing has to be sent for this credential"
    }

    private func addSkew(_ response: HTTPResponse, at now: Double?, to examination: inout Examination) {
        guard let now, let date = response.headers.first("Date").flatMap(HTTPDate.seconds) else { return }
        let skew = now - date
        let amount = "\(Int(abs(skew).rounded())) s \(skew > 0 ? "ahead of" : "behind") the server's"
        switch abs(skew) {
        case ...Self.worryingSkew: examination.add("clock", "agrees with the server's", .good)
        case ...Self.badSkew: examination.add("clock", "this machine's is \(amount)", .warning)
        default:
            examination.add(
                "clock", "this machine's is \(amount): assertions and expiry times will be wrong; is NTP running?",
                .warning)
        }
    }

    private func milliseconds(_ duration: Duration) -> Int { Int((duration / .milliseconds(1)).rounded()) }
}
