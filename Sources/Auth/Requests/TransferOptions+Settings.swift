public import HTTP
public import JobFile

extension TransferOptions {
    /// The options that the job's settings ask for.
    public init(_ settings: TransportSettings) {
        self.init(
            timeout: settings.timeout,
            connectTimeout: settings.connectTimeout,
            idleTimeout: settings.idleTimeout,
            tls: TLSOptions(
                certificate: settings.tls.certificate, key: settings.tls.key, authorities: settings.tls.authorities),
            proxy: ProxyChoice(settings.proxy),
            unixSocket: settings.unixSocket,
            httpVersion: HTTPVersionChoice(settings.httpVersion))
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
