internal import SwiftASN1

/// The fields of a certificate, RFC 5280 section 4.1; nil for DER of another structure.
struct CertificateFields {
    let notBefore: Double
    let notAfter: Double
    let subject: String
    let issuer: String
    let publicKey: ArraySlice<UInt8>
    /// The key alone, without what names its kind.
    let keyBytes: ArraySlice<UInt8>

    init?(_ der: [UInt8]) {
        guard let signed = DERField(parsing: der)?.sequence, signed.count == 3, let all = signed[0].sequence else {
            return nil
        }
        // The version [0] may be missing: serial number, signature, issuer, validity, subject and key follow.
        let fields = all.first?.tagged(0) == nil ? all[...] : all.dropFirst()
        guard fields.count >= 6 else { return nil }
        let start = fields.startIndex
        guard let validity = fields[start + 3].sequence, validity.count == 2,
            let notBefore = CertificateTime.seconds(validity[0]), let notAfter = CertificateTime.seconds(validity[1]),
            let issuer = DistinguishedName.text(fields[start + 2]),
            let subject = DistinguishedName.text(fields[start + 4]), let key = fields[start + 5].sequence,
            key.count == 2,
            let keyBytes = key[1].bits
        else { return nil }
        self.notBefore = notBefore
        self.notAfter = notAfter
        self.issuer = issuer
        self.subject = subject
        self.keyBytes = keyBytes
        publicKey = fields[start + 5].node.encodedBytes
    }
}
