/// What is known about a transfer at its end.
struct TransferFacts: Sendable, Hashable {
    /// How long it took.
    var total = Duration.zero
    /// When the connection was there; zero when it never was, or was there from the start.
    var connected = Duration.zero
    /// When all was ready for the request; zero when that never was.
    var ready = Duration.zero
    /// The bytes of requests that were sent, the proxy's included.
    var requestBytes = 0
    /// The error of the operating system, or 0.
    var systemError: Int32 = 0
    /// What libcurl wrote about it.
    var text = ""
    /// Whether the answer's whole head came.
    var hasHead = false
    /// Whether anything of an answer came.
    var hasAnyAnswer = false

    /// Whether a failure of this kind means that the server certainly saw nothing of the request.
    func isNothingSent(_ kind: TransferError.Kind) -> Bool {
        switch kind {
        case .unresolved, .refused, .connectTimeout: true
        case .tls, .certificate, .clientCertificate: ready == .zero && !hasAnyAnswer
        default: ready == .zero && requestBytes == 0 && !hasAnyAnswer
        }
    }
}
