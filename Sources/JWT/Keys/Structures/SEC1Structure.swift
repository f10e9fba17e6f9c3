/// `ECPrivateKey`, RFC 5915 section 3.
enum SEC1Structure {
    /// The key of its fields; the curve stands in PKCS#8 around it or in field [0].
    static func read(_ fields: [DERField], curve: DERField?) throws(KeyError) -> KeyMaterial {
        guard fields.count >= 2, let number = fields[1].octets else { throw PrivateKeyStructure.damaged }
        guard let name = curve ?? fields.lazy.compactMap({ $0.tagged(0) }).first else {
            throw KeyError("the EC private key does not say its curve", hint: plain)
        }
        guard let identifier = name.objectIdentifier else {
            throw KeyError("the EC private key spells out its curve instead of naming it", hint: plain)
        }
        guard let curve = EllipticCurve(identifier: identifier) else {
            throw KeyError(
                "the EC private key is on a curve that is not supported", hint: "\(EllipticCurve.list) are")
        }
        guard let key = curve.key(number) else { throw PrivateKeyStructure.damaged }
        return key
    }

    private static let plain =
        "`openssl ec -param_enc named_curve` names it, `openssl ecparam -name prime256v1 -genkey` makes a new key"
}
