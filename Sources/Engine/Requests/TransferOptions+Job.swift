import HTTP
import JobFile

extension TransferOptions {
    /// The options that a call asks for.
    init(_ call: Call) {
        let settings = call.transport
        self.init(
            timeout: settings.timeout,
            connectTimeout: settings.connectTimeout,
            idleTimeout: settings.idleTimeout,
            tls: TLSOptions(
                certificate: settings.tls.certificate, key: settings.tls.key, authorities: settings.tls.authorities),
            proxy: ProxyChoice(settings.proxy),
            unixSocket: settings.unixSocket,
            httpVersion: HTTPVersionChoice(settings.httpVersion))
        // A download takes as long as it takes, unless the job says otherwise; silence still ends it.
        let isStandard = call.keySpans["timeout"] == nil && settings.timeout == TransportSettings().timeout
        if call.download != nil, isStandard { timeout = .zero }
    }
}

extension HTTPVersionChoice {
    init(_ version: TransportSettings.HTTPVersion) {
        switch version {
        case .automatic: self = .automatic
        case .http1: self = .http1
        case .http2: self = .http2
        }
    }
}
