internal import Crypto
internal import SwiftASN1

/// A curve of ECDSA that JSON Web Tokens know, RFC 7518 section 3.4.
enum EllipticCurve: String, CaseIterable {
    /// By the name in `crv`.
    case p256 = "P-256"
    case p384 = "P-384"
    case p521 = "P-521"

    /// The curve of a JWK; nil when there is no signature algorithm for it here.
    init?(name: String) {
        self.init(rawValue: name)
    }

    /// The curve of a PEM key; nil when there is no signature algorithm for it here.
    init?(identifier: ASN1ObjectIdentifier) {
        switch identifier {
        case .NamedCurves.secp256r1: self = .p256
        case .NamedCurves.secp384r1: self = .p384
        case .NamedCurves.secp521r1: self = .p521
        default: return nil
        }
    }

    /// How many bytes the private number has, and each of the public coordinates.
    var byteCount: Int {
        switch self {
        case .p256: 32
        case .p384: 48
        case .p521: 66
        }
    }

    /// The key of a private number; nil when it is out of range.
    ///
    /// Some writers leave out zeros in front of it, which RFC 5915 section 3 and RFC 7518 section 6.2.2.1 want.
    func key(_ number: some Collection<UInt8>) -> KeyMaterial? {
        let digits = Array(number.drop { $0 == 0 })
        guard digits.count <= byteCount else { return nil }
        let bytes = Array(repeating: 0, count: byteCount - digits.count) + digits
        switch self {
        case .p256: return (try? P256.Signing.PrivateKey(rawRepresentation: bytes)).map(KeyMaterial.p256)
        case .p384: return (try? P384.Signing.PrivateKey(rawRepresentation: bytes)).map(KeyMaterial.p384)
        case .p521: return (try? P521.Signing.PrivateKey(rawRepresentation: bytes)).map(KeyMaterial.p521)
        }
    }

    /// "P-256, P-384 and P-521".
    static let list = "P-256, P-384 and P-521"
}
