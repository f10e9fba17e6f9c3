import Diagnostics
import HTTP
import JobFile

extension TokenRequestFailures {
    /// A network error, or an answer that breaks HTTP or a limit.
    func transferFailure(_ error: TransferError, attempts: Int) -> TokenFailure {
        if case .cancelled = error.kind { return TokenFailures(source, text.redactor).cancelled() }
        let tried = attempts > 1 ? " (tried \(attempts) times)" : ""
        let isAnswered = Self.isAnswered(error.kind)
        return TokenFailure(
            isAnswered ? .unusable : .unreachable,
            Diagnostic(
                code: isAnswered ? .tokenAnswerUnusable : .tokenUnreachable,
                title: "\(endpoint) \(isAnswered ? "gave no usable answer" : "cannot be reached")\(tried)",
                span: oauth.endpoint.written.span, label: text.show(error.message),
                notes: [Self.advice(error.kind)].compactMap(\.self)))
    }

    /// Whether the server is there, and what it sent is wrong.
    private static func isAnswered(_ kind: TransferError.Kind) -> Bool {
        switch kind {
        case .bodyTooLarge, .headersTooLarge, .badEncoding: true
        default: false
        }
    }

    private static func advice(_ kind: TransferError.Kind) -> String? {
        switch kind {
        case .unresolved: "is the host name right? there is no address for it"
        case .refused: "nothing listens at this host and port"
        case .connectTimeout: "no connection came about: a firewall, a proxy that is needed, or a wrong port"
        case .timeout, .idle: "the server took too long"
        case .tls: "no secure connection came about: does the port speak TLS?"
        case .clientCertificate: "set tls: {cert: FILE, key: FILE} to the certificate that the server knows"
        case .certificate: "the server's certificate is not trusted; for a private authority set tls: {ca: FILE}"
        case .bodyTooLarge, .headersTooLarge: "that is far more than a token: the URL is probably wrong"
        case .closed, .bodyCut: "the server hung up before its answer was whole"
        case .protocolError: "what came is no HTTP: is it the right port, and http or https?"
        default: nil
        }
    }
}
