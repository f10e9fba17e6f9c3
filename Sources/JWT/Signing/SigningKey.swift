internal import Crypto
internal import CryptoExtras

/// What a signer signs with.
enum SigningKey: Sendable {
    case shared(SymmetricKey)
    case own(KeyMaterial)

    /// The signature as JWS wants it: RFC 7518 sections 3.2 to 3.5, RFC 8037 section 3.1.
    func signature(of input: [UInt8], algorithm: SigningAlgorithm) throws(KeyError) -> [UInt8] {
        do {
            switch self {
            case .shared(let key): return Self.code(of: input, key: key, algorithm: algorithm)
            case .own(.rsa(let key, _)): return try Self.signature(of: input, key: key, algorithm: algorithm)
            // The raw form is r and s behind one another, each of the curve's size; DER is not what JWS wants.
            case .own(.p256(let key)): return [UInt8](try key.signature(for: input).rawRepresentation)
            case .own(.p384(let key)): return [UInt8](try key.signature(for: input).rawRepresentation)
            case .own(.p521(let key)): return [UInt8](try key.signature(for: input).rawRepresentation)
            case .own(.ed25519(let key)): return [UInt8](try key.signature(for: input))
            }
        } catch {
            throw KeyError("signing with \(algorithm.rawValue) failed", hint: "try another key")
        }
    }

    private static func code(of input: [UInt8], key: SymmetricKey, algorithm: SigningAlgorithm) -> [UInt8] {
        switch algorithm {
        case .hs384: [UInt8](HMAC<SHA384>.authenticationCode(for: input, using: key))
        case .hs512: [UInt8](HMAC<SHA512>.authenticationCode(for: input, using: key))
        default: [UInt8](HMAC<SHA256>.authenticationCode(for: input, using: key))
        }
    }

    private static func signature(
        of input: [UInt8], key: _RSA.Signing.PrivateKey, algorithm: SigningAlgorithm
    ) throws -> [UInt8] {
        // The salt of this PSS is as long as the hash, as RFC 7518 section 3.5 wants it.
        let padding: _RSA.Signing.Padding =
            switch algorithm {
            case .ps256, .ps384, .ps512: .PSS
            default: .insecurePKCS1v1_5
            }
        let signature =
            switch algorithm {
            case .rs384, .ps384: try key.signature(for: SHA384.hash(data: input), padding: padding)
            case .rs512, .ps512: try key.signature(for: SHA512.hash(data: input), padding: padding)
            default: try key.signature(for: SHA256.hash(data: input), padding: padding)
            }
        return [UInt8](signature.rawRepresentation)
    }
}
