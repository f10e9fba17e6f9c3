import CCurl

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Says in plain words what one of libcurl's codes means for a transfer.
struct CurlExplanation {
    let kind: TransferError.Kind
    let message: String

    init(_ code: CURLcode, plan: TransferPlan, facts: TransferFacts) {
        let host = plan.url.host
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST: self.init(.unresolved, "the name '\(host)' has no address")
        case CURLE_COULDNT_RESOLVE_PROXY: self.init(.unresolved, "the name of the proxy has no address")
        case CURLE_COULDNT_CONNECT: self.init(.refused, Self.refusal(plan, facts))
        case CURLE_OPERATION_TIMEDOUT: self.init(timeout: plan.request.options, facts)
        case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER, CURLE_SSL_ENGINE_INITFAILED, CURLE_SSL_CLIENTCERT:
            self.init(.tls, "no secure connection came about: \(Self.tlsText(facts.text))")
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
            self.init(.certificate, "the server's certificate is not trusted: \(Self.tlsText(facts.text))")
        case CURLE_SSL_CACERT_BADFILE:
            self.init(.localFile, "the file of the authorities has no certificates: \(Self.tlsText(facts.text))")
        case CURLE_SSL_CERTPROBLEM:
            self.init(.localFile, "the client's certificate or key is of no use: \(Self.tlsText(facts.text))")
        case CURLE_PARTIAL_FILE where facts.hasHead:
            self.init(.bodyCut, "the connection was closed before the end of the body")
        case CURLE_GOT_NOTHING: self.init(.closed, "the connection was closed without an answer")
        case CURLE_SEND_FAIL_REWIND, CURLE_PARTIAL_FILE:
            self.init(.closed, "the connection was closed before an answer came")
        case CURLE_BAD_CONTENT_ENCODING:
            self.init(.badEncoding, "the body is not in the encoding that it says: \(facts.text)")
        case CURLE_READ_ERROR, CURLE_ABORTED_BY_CALLBACK:
            self.init(.localFile, "a file could not be read while it was sent")
        case CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL, CURLE_HTTP2,
            CURLE_HTTP2_STREAM, CURLE_OUT_OF_MEMORY:
            self.init(wire: code, facts)
        default: self.init(.other, Self.text(code, facts))
        }
    }

    private init(_ kind: TransferError.Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    private init(timeout options: TransferOptions, _ facts: TransferFacts) {
        if facts.ready == .zero, !facts.hasAnyAnswer {
            self.init(.connectTimeout, "no connection within \(min(options.connectTimeout, facts.total).plainText)")
        } else {
            self.init(.timeout, "no whole answer within \(options.timeout.plainText)")
        }
    }

    /// What libcurl uses the same few codes for: a broken connection, and an answer that is not HTTP.
    private init(wire code: CURLcode, _ facts: TransferFacts) {
        let text = Self.text(code, facts)
        if text.contains("Too large response headers") || text.hasPrefix("Rejected") {
            self.init(.headersTooLarge, "the head of the answer is larger than is accepted")
        } else if text.contains("HTTP/0.9") {
            self.init(.protocolError, "what came is not an HTTP answer")
        } else if text.contains("chunk") {
            self.init(.protocolError, "the body's chunks are broken")
        } else if text.contains("alert"), Self.clientAlerts.contains(where: text.contains) {
            self.init(.clientCertificate, "the server does not accept the client's certificate: \(Self.tlsText(text))")
        } else if text.contains("alert") {
            self.init(.tls, "the server ended the secure connection: \(Self.tlsText(text))")
        } else if text.contains("CONNECT") {
            self.init(.refused, "the proxy does not let the request through: \(text)")
        } else if code == CURLE_RECV_ERROR || code == CURLE_SEND_ERROR || code == CURLE_HTTP2_STREAM {
            self.init(
                facts.hasHead ? .bodyCut : .closed,
                "the connection broke \(facts.hasHead ? "before the end of the body" : "before an answer came")"
                    + Self.reason(facts))
        } else {
            self.init(.protocolError, "the answer breaks the rules of HTTP: \(text)")
        }
    }

    /// The alerts (RFC 8446, 6.2) with which a server answers to a client's certificate, in OpenSSL's words.
    private static let clientAlerts = [
        "certificate required", "unknown ca", "bad certificate", "certificate unknown", "certificate expired",
        "certificate revoked", "unsupported certificate",
    ]

    private static func refusal(_ plan: TransferPlan, _ facts: TransferFacts) -> String {
        let target =
            plan.request.options.unixSocket.map { "the socket '\($0)'" } ?? proxy(facts.text, plan.url)
            ?? plan.url.origin.authority
        guard facts.systemError != ECONNREFUSED else { return "\(target) refuses connections" }
        return "no connection to \(target)" + reason(facts)
    }

    /// The proxy, when libcurl's words are about another host: `Failed to connect to HOST port NUMBER after …`.
    private static func proxy(_ text: String, _ url: HTTPURL) -> String? {
        let words = text.split(separator: " ")
        guard words.count > 6, text.hasPrefix("Failed to connect to "), words[5] == "port" else { return nil }
        let host = words[4].filter { $0 != "[" && $0 != "]" }
        return host == url.host.filter { $0 != "[" && $0 != "]" } ? nil : "the proxy \(words[4]):\(words[6])"
    }

    private static func reason(_ facts: TransferFacts) -> String {
        facts.systemError == 0 ? "" : ": \(String(cString: strerror(facts.systemError)).lowercased())"
    }

    private static func text(_ code: CURLcode, _ facts: TransferFacts) -> String {
        facts.text.isEmpty ? String(cString: curl_easy_strerror(code)) : facts.text
    }

    /// OpenSSL's words without the numbers before them.
    private static func tlsText(_ text: String) -> String {
        if let reason = text.split(separator: ":").last, text.contains("error:") {
            return String(reason.prefix { $0 != "," }.drop { $0 == " " })
        }
        for prefix in ["SSL certificate problem: ", "SSL: "] where text.hasPrefix(prefix) {
            return String(text.dropFirst(prefix.count))
        }
        return text.isEmpty ? "the handshake failed" : text
    }
}
