/// How bytes travel: time limits, size limits, TLS, proxy.
public struct TransportSettings: Sendable, Hashable {
    /// Which version of HTTP is spoken.
    public enum HTTPVersion: String, Sendable, Hashable, CaseIterable {
        /// HTTP/2 where the server offers it, otherwise HTTP/1.1.
        case automatic = "auto"
        /// HTTP/1.1 only.
        case http1 = "1.1"
        /// HTTP/2, also without TLS.
        case http2 = "2"
    }

    /// How long one attempt may take, zero for as long as it likes; default 5 minutes.
    public var timeout: Duration
    /// How long connecting may take; default 10 seconds.
    public var connectTimeout: Duration
    /// How long no byte may come; default 30 seconds.
    public var idleTimeout: Duration
    /// The largest decoded body in bytes; default 100 MiB.
    public var maxResponse: Int
    /// Certificates and keys.
    public var tls: TLSSettings
    /// The proxy's URL, empty for none; nil for what the environment says.
    public var proxy: String?
    /// A Unix socket to connect to instead of the URL's host.
    public var unixSocket: String?
    /// Which version of HTTP is spoken.
    public var httpVersion: HTTPVersion

    /// Makes settings; the defaults are those of the language.
    public init(
        timeout: Duration = .seconds(300),
        connectTimeout: Duration = .seconds(10),
        idleTimeout: Duration = .seconds(30),
        maxResponse: Int = 100 << 20,
        tls: TLSSettings = TLSSettings(),
        proxy: String? = nil,
        unixSocket: String? = nil,
        httpVersion: HTTPVersion = .automatic
    ) {
        self.timeout = timeout
        self.connectTimeout = connectTimeout
        self.idleTimeout = idleTimeout
        self.maxResponse = maxResponse
        self.tls = tls
        self.proxy = proxy
        self.unixSocket = unixSocket
        self.httpVersion = httpVersion
    }
}
