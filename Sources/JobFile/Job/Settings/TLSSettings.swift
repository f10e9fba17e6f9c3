/// The files of a TLS connection, in PEM; paths as written in the job file.
public struct TLSSettings: Sendable, Hashable {
    /// The client's certificate.
    public var certificate: String?
    /// The client's private key.
    public var key: String?
    /// The authorities that the server's certificate is checked against; nil for the system's.
    public var authorities: String?

    /// Makes settings; by default no client certificate and the system's authorities.
    public init(certificate: String? = nil, key: String? = nil, authorities: String? = nil) {
        self.certificate = certificate
        self.key = key
        self.authorities = authorities
    }
}
