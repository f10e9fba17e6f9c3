internal import CryptoExtras
internal import SwiftASN1

/// `RSAPrivateKey`, RFC 8017 appendix A.1.2.
enum RSAStructure {
    static func read(_ der: [UInt8], isForPSSOnly: Bool) throws(KeyError) -> KeyMaterial {
        guard let fields = DERField(parsing: der)?.sequence, fields.count >= 9, let modulus = fields[1].number else {
            throw PrivateKeyStructure.damaged
        }
        try checkSize(modulus)
        guard let key = try? _RSA.Signing.PrivateKey(derRepresentation: der) else {
            throw PrivateKeyStructure.damaged
        }
        return .rsa(key, isForPSSOnly: isForPSSOnly)
    }

    /// The structure of these numbers: modulus, both exponents, both primes, their exponents and the coefficient.
    static func write(_ numbers: [[UInt8]]) -> [UInt8] {
        var serializer = DER.Serializer()
        serializer.appendConstructedNode(identifier: .sequence) { serializer in
            for number in [[0]] + numbers {
                let digits = number.drop { $0 == 0 }
                serializer.appendPrimitiveNode(identifier: .integer) { bytes in
                    // Without it the first bit would make the number negative.
                    if digits.first ?? 0x80 >= 0x80 { bytes.append(0) }
                    bytes.append(contentsOf: digits)
                }
            }
        }
        return serializer.serializedBytes
    }

    private static func checkSize(_ modulus: ArraySlice<UInt8>) throws(KeyError) {
        let bits = modulus.count * 8 - (modulus.first?.leadingZeroBitCount ?? 0)
        if bits < 2048 {
            throw KeyError(
                "the RSA key has \(bits) bits; 2048 are the least (RFC 7518, 3.3)",
                hint: "`openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072` makes a new key")
        }
        if bits > 8192 {
            throw KeyError("the RSA key has \(bits) bits; 8192 are the most", hint: "3072 or 4096 bits are plenty")
        }
    }
}
