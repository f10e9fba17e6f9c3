internal import Crypto
public import Secrets

/// A private key that signs tokens: RSA, EC on P-256, P-384 or P-521, or Ed25519.
public struct PrivateKey: Sendable {
    let material: KeyMaterial

    /// The `kid` of a JWK; nil for one without and for PEM, which has none.
    public let keyID: String?

    /// The algorithms that it can sign with, the default first.
    ///
    /// That is the `alg` of a JWK that names one; else RS256 for RSA, the one of its curve for EC, and `EdDSA`, which
    /// more servers know than `Ed25519`, for Ed25519.
    public let algorithms: [SigningAlgorithm]

    /// The first of them.
    let defaultAlgorithm: SigningAlgorithm

    init(_ material: KeyMaterial, keyID: String? = nil, preferred: SigningAlgorithm? = nil) {
        self.material = material
        self.keyID = keyID
        let first = preferred ?? material.usualAlgorithm
        defaultAlgorithm = first
        algorithms = [first] + material.algorithms.filter { $0 != first }
    }

    /// The key in a text: PEM (PKCS#8, PKCS#1 or SEC1, not encrypted) or a JWK (RFC 7517).
    ///
    /// Of several PEM blocks the first private key counts. Line breaks that became `\n` or blanks do no harm. At most
    /// 256 KiB.
    ///
    /// - Throws: what the text is instead, or why the key cannot sign: RSA of less than 2048 bits (RFC 7518, 3.3), a
    ///   curve without an algorithm, damaged content.
    public init(_ text: Secret) throws(KeyError) {
        self = try KeyTextReader.read(text.reveal())
    }

    /// A new random key on P-256, which signs ES256.
    public static func generateES256() -> PrivateKey {
        PrivateKey(.p256(P256.Signing.PrivateKey()))
    }

    /// What kind of key it is, for people: `RSA, 2048 bits`, `EC P-256`, `Ed25519`.
    public var summary: String { material.summary }
}

extension PrivateKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The kind of key.
    public var description: String { summary }
    /// The kind of key.
    public var debugDescription: String { summary }
    /// Nothing: a dump shows no part of it.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
