import Diagnostics
import HTTP
import Secrets

/// Shows each request and answer on stderr: `--trace`.
///
/// Secret values print as `***` by their type, and what else looks like one by the redactor below the console.
struct ExchangeTrace: Sendable {
    /// How much of a body is shown, in bytes.
    private static let excerptLength = 2000

    private let console: Console

    init(_ console: Console) {
        self.console = console
    }

    func note(_ event: ExchangeEvent, of call: String) {
        switch event {
        case .requestSent(let request, let attempt): write(request, of: call, attempt: attempt)
        case .responseReceived(let response): write(response, of: call)
        case .retrying(let wait, let reason):
            say("\(call): sent again in \(Amount.duration(wait)): \(reason)")
        case .paused(let host, let wait):
            say("\(call): \(host) wants to be left alone for \(Amount.duration(wait))")
        case .redirected(let url): say("\(call): redirected to \(url)")
        case .reauthorizing: say("\(call): the token was not accepted, getting a new one")
        }
    }

    private func write(_ request: HTTPRequest, of call: String, attempt: Int) {
        var lines = ["* \(call)" + (attempt > 1 ? ", attempt \(attempt)" : "")]
        lines.append("> \(request.method) \(MaskedURL.text(of: request))")
        lines += request.headers.map { "> \($0.name): \($0.value)" }
        lines += body(of: request)
        write(lines)
    }

    private func write(_ response: HTTPResponse, of call: String) {
        var lines = [
            "< \(response.status), \(Amount.bytes(response.bodyLength)), \(Amount.duration(response.timing.total))"
        ]
        lines += response.headers.map { header in
            let isCookie = header.name.lowercased() == "set-cookie"
            return "< \(header.name): \(isCookie ? Redactor.mask : header.value.description)"
        }
        if !response.body.isEmpty { lines += ["<"] + excerpt(response.body, mark: "<") }
        write(lines)
    }

    private func body(of request: HTTPRequest) -> [String] {
        switch request.body {
        case .none: []
        case .bytes(let bytes, _): [">"] + excerpt(bytes, mark: ">")
        case .file(let path): [">", "> (the file \(path))"]
        case .multipart(let parts): [">", "> (\(Amount.count(parts.count, "part")))"]
        }
    }

    /// The first part of a body, masked before it is cut.
    private func excerpt(_ bytes: [UInt8], mark: String) -> [String] {
        let text = console.redactor.redact(String(decoding: bytes.prefix(64 << 10), as: UTF8.self))
        var lines = text.prefix(Self.excerptLength).split(separator: "\n", omittingEmptySubsequences: false)
            .map { "\(mark) \($0)" }
        if text.count > Self.excerptLength || bytes.count > 64 << 10 {
            lines.append("\(mark) … (\(Amount.bytes(bytes.count)) in all)")
        }
        return lines
    }

    private func say(_ text: String) {
        write(["* " + text])
    }

    private func write(_ lines: [String]) {
        console.write(lines.map { TerminalText.escape($0) + "\n" }.joined())
    }
}
