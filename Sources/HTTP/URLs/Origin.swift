/// Scheme, host and port of a URL: what a credential is bound to (RFC 6454).
public struct Origin: Sendable, Hashable {
    /// `http` or `https`.
    public let scheme: String
    /// The host in lower case; an IPv6 address with its brackets.
    public let host: String
    /// The port, also when it is the scheme's own.
    public let port: Int

    init(scheme: String, host: String, port: Int) {
        self.scheme = scheme
        self.host = host
        self.port = port
    }

    /// The origin of a URL; nil for one that cannot be called.
    public init?(_ url: String) {
        guard let url = HTTPURL(url) else { return nil }
        self = url.origin
    }

    /// Whether the port is the one that the scheme has when nothing is said.
    var hasDefaultPort: Bool { port == (scheme == "https" ? 443 : 80) }

    /// Whether it is this machine, however it is written that libcurl too takes it for it.
    var isLoopback: Bool {
        if host == "localhost" || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}

extension Origin: CustomStringConvertible {
    /// `https://api.example.com`, with a port only where it is not the scheme's own.
    public var description: String {
        "\(scheme)://\(authority)"
    }

    /// Host and port, with a port only where it is not the scheme's own.
    var authority: String {
        hasDefaultPort ? host : "\(host):\(port)"
    }
}
