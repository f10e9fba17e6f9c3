internal import FoundationEssentials

/// What a job has to know of an X.509 certificate, RFC 5280 section 4.1; nothing is verified.
public struct Certificate: Sendable {
    /// When it begins to be valid, in seconds since 1970.
    public let notBefore: Double
    /// When it ends to be valid, in seconds since 1970.
    public let notAfter: Double
    /// Whose it is, as RFC 4514 writes names, with a blank after each comma: `CN=client, O=Example`.
    public let subject: String
    /// Who issued it, written like the subject.
    public let issuer: String
    /// Base64url of the SHA-256 over its DER: the header `x5t#S256` (RFC 7515, 4.1.8), `cnf` of RFC 8705.
    public let thumbprint: String
    /// Base64, of the standard alphabet, of the SHA-256 over its public key; `PrivateKey.fingerprint` of its key.
    public let keyFingerprint: String
    /// Its public key alone.
    let keyBytes: [UInt8]

    /// The first certificate in a text of PEM, which may hold a key and further certificates; at most 256 KiB.
    ///
    /// - Throws: for a text without a certificate, and for one that cannot be read.
    public init(pem: String) throws(KeyError) {
        try TextLimit.check(pem, of: "certificate")
        let blocks = PEMBlock.all(in: pem)
        guard let block = blocks.first(where: { $0.label == "CERTIFICATE" || $0.label == "X509 CERTIFICATE" }) else {
            throw KeyError(
                blocks.contains { $0.label.hasSuffix("PRIVATE KEY") }
                    ? "the text holds a private key but no certificate" : "the text holds no certificate",
                hint: "a certificate is PEM: -----BEGIN CERTIFICATE-----")
        }
        guard block.isComplete, let der = block.content, let fields = CertificateFields(der) else {
            throw KeyError(
                "the certificate is cut off or damaged", hint: "`openssl x509 -in FILE -noout -text` examines a file")
        }
        notBefore = fields.notBefore
        notAfter = fields.notAfter
        subject = fields.subject
        issuer = fields.issuer
        thumbprint = Base64URL.encode(SHA256Digest.of(der))
        keyBytes = Array(fields.keyBytes)
        keyFingerprint = Data(SHA256Digest.of(fields.publicKey)).base64EncodedString()
    }
}
