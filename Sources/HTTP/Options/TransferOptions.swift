/// How a request travels.
public struct TransferOptions: Sendable, Hashable {
    /// How long one attempt may take in all; zero for as long as it goes on.
    public var timeout: Duration
    /// How long it may take until a connection is there, TLS included.
    public var connectTimeout: Duration
    /// How long no byte may go in either direction.
    public var idleTimeout: Duration
    /// Certificates and keys.
    public var tls: TLSOptions
    /// Which proxy is used.
    public var proxy: ProxyChoice
    /// A Unix socket to connect to instead of the URL's host.
    public var unixSocket: String?
    /// Which version of HTTP is spoken.
    public var httpVersion: HTTPVersionChoice
    /// Whether the transport asks for compressed bodies and unpacks them; otherwise they are left as they come.
    public var isDecoded = true

    /// Makes options; by default 5 minutes for all, 10 seconds to connect, 30 seconds of silence.
    public init(
        timeout: Duration = .seconds(300),
        connectTimeout: Duration = .seconds(10),
        idleTimeout: Duration = .seconds(30),
        tls: TLSOptions = TLSOptions(),
        proxy: ProxyChoice = .environment,
        unixSocket: String? = nil,
        httpVersion: HTTPVersionChoice = .automatic
    ) {
        self.timeout = timeout
        self.connectTimeout = connectTimeout
        self.idleTimeout = idleTimeout
        self.tls = tls
        self.proxy = proxy
        self.unixSocket = unixSocket
        self.httpVersion = httpVersion
    }
}
