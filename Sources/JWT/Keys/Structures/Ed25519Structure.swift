internal import Crypto
internal import FoundationEssentials
internal import SwiftASN1

/// The DER around the 32 bytes of an Ed25519 key, RFC 8410 sections 4 and 7, which is always the same.
enum Ed25519Structure {
    static let identifier: ASN1ObjectIdentifier = [1, 3, 101, 112]

    static func subjectPublicKeyInfo(_ key: Curve25519.Signing.PublicKey) -> Data {
        Data([0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00]) + key.rawRepresentation
    }

    static func pkcs8PEM(_ key: Curve25519.Signing.PrivateKey) -> String {
        let start: [UInt8] = [
            0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
        ]
        return PEMDocument(type: "PRIVATE KEY", derBytes: start + key.rawRepresentation).pemString
    }

    static func key(_ bytes: some Collection<UInt8>) -> KeyMaterial? {
        (try? Curve25519.Signing.PrivateKey(rawRepresentation: Array(bytes))).map(KeyMaterial.ed25519)
    }
}
