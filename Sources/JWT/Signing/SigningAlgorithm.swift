/// A signature algorithm of JSON Web Tokens by its `alg` name: RFC 7518 section 3.1, RFC 8037, RFC 9864.
public enum SigningAlgorithm: String, Sendable, Hashable, CaseIterable {
    case hs256 = "HS256"
    case hs384 = "HS384"
    case hs512 = "HS512"
    case rs256 = "RS256"
    case rs384 = "RS384"
    case rs512 = "RS512"
    case ps256 = "PS256"
    case ps384 = "PS384"
    case ps512 = "PS512"
    case es256 = "ES256"
    case es384 = "ES384"
    case es512 = "ES512"
    /// RFC 8037's name, which leaves the curve to the key; here that is always Ed25519.
    case edDSA = "EdDSA"
    /// RFC 9864's name of the same signature.
    case ed25519 = "Ed25519"

    /// Whether it signs with a secret that both sides know, not with a private key.
    public var isSymmetric: Bool { secretByteCount != nil }

    /// How many bytes a secret has at least, RFC 7518 section 3.2: those of the hash; nil for those with a private key.
    var secretByteCount: Int? {
        switch self {
        case .hs256: 32
        case .hs384: 48
        case .hs512: 64
        default: nil
        }
    }
}

extension [SigningAlgorithm] {
    /// The names, for a message.
    var list: String { map(\.rawValue).joined(separator: ", ") }
}
