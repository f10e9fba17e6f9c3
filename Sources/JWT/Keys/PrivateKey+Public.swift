internal import Crypto
internal import CryptoExtras
internal import FoundationEssentials
public import JSON

extension PrivateKey {
    /// The public half as a JWK, without `kid`, `alg` and `use`: what a DPoP proof carries (RFC 9449, 4.2).
    public var publicJWK: JSONValue {
        .object(publicMembers.map { JSONMember(name: $0, value: .string($1)) })
    }

    /// The thumbprint of RFC 7638 with SHA-256, as base64url; the same for every text of the same key.
    public var thumbprint: String {
        let members = publicMembers.sorted { $0.name < $1.name }
        let text = JSONValue.object(members.map { JSONMember(name: $0, value: .string($1)) }).serialized()
        return Base64URL.encode(SHA256Digest.of(text.utf8))
    }

    /// Base64, of the standard alphabet, of the SHA-256 over the public half's SubjectPublicKeyInfo (RFC 5280, 4.1).
    ///
    /// Snowflake writes `SHA256:` before it; `openssl pkey -pubout -outform DER | openssl sha256 -binary | base64`
    /// prints the same.
    public var fingerprint: String {
        Data(SHA256Digest.of(subjectPublicKeyInfo)).base64EncodedString()
    }

    /// The members that RFC 7638 section 3.2 names for the kind of key, `kty` first.
    private var publicMembers: [(name: String, value: String)] {
        switch material {
        case .rsa(let key, _):
            let numbers = try? key.publicKey.getKeyPrimitives()
            return [
                ("kty", "RSA"), ("n", Base64URL.encode(numbers?.modulus ?? Data())),
                ("e", Base64URL.encode(numbers?.publicExponent ?? Data())),
            ]
        case .p256(let key): return Self.members(of: .p256, point: key.publicKey.rawRepresentation)
        case .p384(let key): return Self.members(of: .p384, point: key.publicKey.rawRepresentation)
        case .p521(let key): return Self.members(of: .p521, point: key.publicKey.rawRepresentation)
        case .ed25519(let key):
            let point = Base64URL.encode(key.publicKey.rawRepresentation)
            return [("kty", "OKP"), ("crv", "Ed25519"), ("x", point)]
        }
    }

    private static func members(of curve: EllipticCurve, point: Data) -> [(name: String, value: String)] {
        [
            ("kty", "EC"), ("crv", curve.rawValue), ("x", Base64URL.encode(point.prefix(curve.byteCount))),
            ("y", Base64URL.encode(point.suffix(curve.byteCount))),
        ]
    }

    private var subjectPublicKeyInfo: Data {
        switch material {
        case .rsa(let key, _): key.publicKey.derRepresentation
        case .p256(let key): key.publicKey.derRepresentation
        case .p384(let key): key.publicKey.derRepresentation
        case .p521(let key): key.publicKey.derRepresentation
        case .ed25519(let key): Ed25519Structure.subjectPublicKeyInfo(key.publicKey)
        }
    }
}
