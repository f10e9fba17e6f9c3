import Crypto
import Foundation
import JWTKit

/// A public key to verify signatures with, given as a JWK or in PEM.
struct PublicKey: Sendable {
    private enum Source: Sendable {
        case jwk(JWK)
        case rsa(JWTKit.Insecure.RSA.PublicKey)
        case p256(ES256PublicKey)
        case p384(ES384PublicKey)
        case p521(ES512PublicKey)
        case ed25519(EdDSA.PublicKey)
    }

    private let source: Source
    /// The `kid` of a JWK.
    let id: String?
    /// The algorithm that a JWK limits itself to.
    let algorithm: String?
    /// The certificate's SHA-256 and SHA-1 thumbprints, as `x5t#S256` and `x5t` write them.
    var certificate: (sha256: String, sha1: String)?

    /// The text is no public key that JWTKit reads.
    struct Unreadable: Error {}

    /// Reads a JWK (RFC 7517); a private one is refused.
    init(jwk: JSONText) throws {
        guard jwk["d"] == nil, jwk["k"] == nil else { throw Unreadable() }
        // JWTKit wants an id, and knows `EdDSA` but not its newer name.
        let plain = jwk.setting("alg", to: nil).setting("kid", to: .string(jwk["kid"]?.string ?? "key"))
        source = .jwk(try JWK(json: plain.text))
        id = jwk["kid"]?.string
        algorithm = jwk["alg"]?.string
    }

    /// Reads one PEM block: a public key or a certificate.
    init(pem: String) throws {
        (id, algorithm) = (nil, nil)
        if pem.contains("BEGIN CERTIFICATE") {
            if let key = try? JWTKit.Insecure.RSA.PublicKey(certificatePEM: pem) {
                source = .rsa(key)
            } else if let key = try? ES256PublicKey(certificate: pem) {
                source = .p256(key)
            } else if let key = try? ES384PublicKey(certificate: pem) {
                source = .p384(key)
            } else if let key = try? ES512PublicKey(certificate: pem) {
                source = .p521(key)
            } else {
                throw Unreadable()
            }
            let der = PEM.contents(pem)
            certificate = (
                Base64URL.encode(SHA256.hash(data: der)), Base64URL.encode(Crypto.Insecure.SHA1.hash(data: der))
            )
        } else if let key = try? JWTKit.Insecure.RSA.PublicKey(pem: pem) {
            source = .rsa(key)
        } else if let key = try? ES256PublicKey(pem: pem) {
            source = .p256(key)
        } else if let key = try? ES384PublicKey(pem: pem) {
            source = .p384(key)
        } else if let key = try? ES512PublicKey(pem: pem) {
            source = .p521(key)
        } else if let key = try? EdDSA.PublicKey(pem: pem) {
            source = .ed25519(key)
        } else {
            throw Unreadable()
        }
    }

    /// The key's fingerprint as Snowflake writes it, or nil for a JWK.
    ///
    /// Base64 of the SHA-256 over the SubjectPublicKeyInfo.
    var fingerprint: String? {
        let pem =
            switch source {
            case .rsa(let key): key.pemRepresentation
            case .p256(let key): key.pemRepresentation
            case .p384(let key): key.pemRepresentation
            case .p521(let key): key.pemRepresentation
            case .ed25519(let key): key.pemRepresentation
            case .jwk(let key): key.rsaPEM
            }
        return pem.map { Data(SHA256.hash(data: PEM.contents($0))).base64EncodedString() }
    }

    /// Whether `signature` is this key's over `text`, by a JWA name; false for an algorithm that is not this key's.
    func verifies(_ signature: [UInt8], of text: [UInt8], algorithm name: String) async -> Bool {
        // RFC 9864 renamed EdDSA over this curve; the signature is the same.
        let name = name == "Ed25519" ? "EdDSA" : name
        if let own = algorithm, (own == "Ed25519" ? "EdDSA" : own) != name { return false }
        let keys = JWTKeyCollection()
        do {
            switch source {
            case .jwk(let key):
                guard key.suits(name) else { return false }
                try await keys.add(jwk: key)
            case .rsa(let key):
                guard let digest = DigestAlgorithm(of: name) else { return false }
                if name.hasPrefix("RS") {
                    await keys.add(rsa: key, digestAlgorithm: digest)
                } else if name.hasPrefix("PS") {
                    await keys.add(pss: key, digestAlgorithm: digest)
                }
            case .p256(let key) where name == "ES256": await keys.add(ecdsa: key)
            case .p384(let key) where name == "ES384": await keys.add(ecdsa: key)
            case .p521(let key) where name == "ES512": await keys.add(ecdsa: key)
            case .ed25519(let key) where name == "EdDSA": await keys.add(eddsa: key)
            default: return false
            }
            return try await keys.getKey(alg: name).verify(signature, signs: text)
        } catch {
            return false
        }
    }
}

extension JWK {
    /// Whether an algorithm is for keys of this kind and curve.
    fileprivate func suits(_ algorithm: String) -> Bool {
        switch (keyType, curve?.rawValue) {
        case (.rsa, _): algorithm.hasPrefix("RS") || algorithm.hasPrefix("PS")
        case (.ecdsa, "P-256"): algorithm == "ES256"
        case (.ecdsa, "P-384"): algorithm == "ES384"
        case (.ecdsa, "P-521"): algorithm == "ES512"
        case (.octetKeyPair, _): algorithm == "EdDSA"
        default: false
        }
    }

    fileprivate var rsaPEM: String? {
        guard let modulus, let exponent else { return nil }
        return try? JWTKit.Insecure.RSA.PublicKey(modulus: modulus, exponent: exponent).pemRepresentation
    }
}

extension DigestAlgorithm {
    /// The digest that a JWA name ends with.
    init?(of name: String) {
        switch name.suffix(3) {
        case "256": self = .sha256
        case "384": self = .sha384
        case "512": self = .sha512
        default: return nil
        }
    }
}
