internal import Crypto
internal import CryptoExtras

/// The key itself, by kind.
enum KeyMaterial: Sendable {
    case rsa(_RSA.Signing.PrivateKey, isForPSSOnly: Bool)
    case p256(P256.Signing.PrivateKey)
    case p384(P384.Signing.PrivateKey)
    case p521(P521.Signing.PrivateKey)
    case ed25519(Curve25519.Signing.PrivateKey)

    /// What the key can sign with.
    var algorithms: [SigningAlgorithm] {
        switch self {
        case .rsa(_, isForPSSOnly: true): [.ps256, .ps384, .ps512]
        case .rsa: [.rs256, .rs384, .rs512, .ps256, .ps384, .ps512]
        case .p256: [.es256]
        case .p384: [.es384]
        case .p521: [.es512]
        case .ed25519: [.edDSA, .ed25519]
        }
    }

    /// The one that most servers know.
    var usualAlgorithm: SigningAlgorithm {
        switch self {
        case .rsa(_, isForPSSOnly: true): .ps256
        case .rsa: .rs256
        case .p256: .es256
        case .p384: .es384
        case .p521: .es512
        case .ed25519: .edDSA
        }
    }

    var summary: String {
        switch self {
        case .rsa(let key, let isForPSSOnly): "\(isForPSSOnly ? "RSA-PSS" : "RSA"), \(key.keySizeInBits) bits"
        case .p256: "EC P-256"
        case .p384: "EC P-384"
        case .p521: "EC P-521"
        case .ed25519: "Ed25519"
        }
    }
}
