/// The files of a TLS connection, as paths of PEM files.
public struct TLSOptions: Sendable, Hashable {
    /// The client's certificate.
    public var certificate: String?
    /// The client's private key.
    public var key: String?
    /// The authorities that the server's certificate is checked against, in place of the system's.
    public var authorities: String?

    /// Makes options; by default no client certificate and the system's authorities.
    public init(certificate: String? = nil, key: String? = nil, authorities: String? = nil) {
        self.certificate = certificate
        self.key = key
        self.authorities = authorities
    }
}
