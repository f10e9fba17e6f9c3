/// Which version of HTTP is spoken.
public enum HTTPVersionChoice: Sendable, Hashable {
    /// HTTP/2 over TLS where the server offers it, otherwise HTTP/1.1.
    case automatic
    /// HTTP/1.1 only.
    case http1
    /// HTTP/2, also without TLS and without asking first.
    case http2
}
