public import Diagnostics
public import JWT

/// The certificate of the key that a job signs JWTs with.
public struct SigningCertificate: Sendable {
    /// Its file, as the job names it.
    public let path: Located<String>
    /// What it says.
    public let certificate: Certificate

    /// Makes a certificate.
    public init(path: Located<String>, certificate: Certificate) {
        self.path = path
        self.certificate = certificate
    }
}
