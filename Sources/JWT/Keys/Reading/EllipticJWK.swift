internal import JSON

/// A key on a curve as JWK, RFC 7518 section 6.2.2 and RFC 8037 section 2.
enum EllipticJWK {
    static func readEC(_ members: JWKMembers) throws(KeyError) -> KeyMaterial {
        guard let curve = members.text("crv").flatMap(EllipticCurve.init(name:)) else {
            throw KeyError("the EC JWK's `crv` is not supported", hint: "\(EllipticCurve.list) are")
        }
        return try checked(curve.key(try members.privateBytes()), members)
    }

    static func readOKP(_ members: JWKMembers) throws(KeyError) -> KeyMaterial {
        guard members.text("crv") == "Ed25519" else {
            throw KeyError("the OKP JWK's `crv` is not supported", hint: "Ed25519 is")
        }
        return try checked(Ed25519Structure.key(try members.privateBytes()), members)
    }

    /// The key, once its public half is the one that the JWK says.
    private static func checked(_ key: KeyMaterial?, _ members: JWKMembers) throws(KeyError) -> KeyMaterial {
        guard let key else {
            throw KeyError("`d` of the JWK is no private key of its curve", hint: "copy the whole JWK again")
        }
        let own = JWKMembers(PrivateKey(key).publicJWK)
        for name in ["x", "y"] where own.has(name) && members.has(name) {
            guard trimmed(try own.bytes(name)) == trimmed(try members.bytes(name)) else {
                throw JWKMembers.inconsistent
            }
        }
        return key
    }

    private static func trimmed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        bytes.drop { $0 == 0 }
    }
}
