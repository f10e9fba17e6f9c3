internal import Crypto
internal import CryptoExtras
public import Secrets

extension PrivateKey {
    /// The key as PEM in PKCS#8 (RFC 5958), not encrypted: what `PrivateKey(_:)` reads back.
    public var pkcs8PEM: Secret {
        switch material {
        case .rsa(let key, _): Secret(key.pkcs8PEMRepresentation)
        case .p256(let key): Secret(key.pemRepresentation)
        case .p384(let key): Secret(key.pemRepresentation)
        case .p521(let key): Secret(key.pemRepresentation)
        case .ed25519(let key): Secret(Ed25519Structure.pkcs8PEM(key))
        }
    }
}
