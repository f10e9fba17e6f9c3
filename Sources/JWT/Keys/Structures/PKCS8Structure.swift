internal import SwiftASN1

/// `OneAsymmetricKey`, RFC 5958 section 2: an algorithm and its own structure of a key.
enum PKCS8Structure {
    static func read(_ fields: [DERField]) throws(KeyError) -> KeyMaterial {
        guard fields.count >= 3, let algorithm = fields[1].sequence, let kind = algorithm.first?.objectIdentifier,
            let content = fields[2].octets
        else { throw PrivateKeyStructure.damaged }
        switch kind {
        case .AlgorithmIdentifier.rsaEncryption: return try RSAStructure.read(Array(content), isForPSSOnly: false)
        case .AlgorithmIdentifier.rsaPSS: return try RSAStructure.read(Array(content), isForPSSOnly: true)
        case .AlgorithmIdentifier.idEcPublicKey:
            guard let inner = DERField(parsing: content)?.sequence else { throw PrivateKeyStructure.damaged }
            return try SEC1Structure.read(inner, curve: algorithm.dropFirst().first)
        case Ed25519Structure.identifier:
            guard let bytes = DERField(parsing: content)?.octets, let key = Ed25519Structure.key(bytes) else {
                throw PrivateKeyStructure.damaged
            }
            return key
        default:
            throw KeyError(
                "the private key is of a kind that signs no tokens\(names[kind].map { ": \($0)" } ?? "")",
                hint: "RSA, EC (\(EllipticCurve.list)) and Ed25519 keys do")
        }
    }

    private static let names: [ASN1ObjectIdentifier: String] = [
        [1, 3, 101, 110]: "X25519",
        [1, 3, 101, 111]: "X448",
        [1, 3, 101, 113]: "Ed448",
        [1, 2, 840, 10040, 4, 1]: "DSA",
        [1, 2, 840, 113549, 1, 3, 1]: "Diffie-Hellman",
    ]
}
