internal import JSON

/// Reads a JSON Web Key, RFC 7517, RFC 7518 section 6 and RFC 8037 section 2.
enum JWKReader {
    static func read(_ text: String) throws(KeyError) -> PrivateKey {
        let value: JSONValue
        do {
            value = try JSONValue(parsing: Array(text.drop { $0 != "{" }.utf8))
        } catch {
            // Neither what was found nor the text: either may be a part of the key.
            throw KeyError("the key is not valid JSON: line \(error.line), column \(error.column)")
        }
        let members = JWKMembers(try key(in: value))
        try checkUse(members)
        let material = try material(members)
        return PrivateKey(material, keyID: members.text("kid"), preferred: try preferred(members, for: material))
    }

    /// The object itself, or the one key of a set (RFC 7517, 5).
    private static func key(in value: JSONValue) throws(KeyError) -> JSONValue {
        if value["private_key"] != nil, value["kty"] == nil {
            throw KeyError(
                "this is a JSON file of credentials, not a key", hint: "give the text in its `private_key` only")
        }
        guard value["kty"] == nil, case .array(let keys)? = value["keys"] else { return value }
        let own = keys.filter { $0["d"] != nil }
        if own.isEmpty {
            throw KeyError("the JWK set holds no private key", hint: "give the JWK that has `d`")
        }
        guard own.count == 1 else {
            throw KeyError("the JWK set holds \(own.count) private keys", hint: "give one of them")
        }
        return own[0]
    }

    private static func checkUse(_ members: JWKMembers) throws(KeyError) {
        guard members.text("use") != "enc" else {
            throw KeyError("the JWK is for encryption: its `use` is `enc`", hint: "give the one for signatures")
        }
    }

    private static func material(_ members: JWKMembers) throws(KeyError) -> KeyMaterial {
        switch members.text("kty") {
        case "RSA": return try RSAJWK.read(members)
        case "EC": return try EllipticJWK.readEC(members)
        case "OKP": return try EllipticJWK.readOKP(members)
        case "oct":
            throw KeyError(
                "the JWK is a shared secret (`kty` is `oct`), not a private key",
                hint: "give it as the client's secret, with HS256, HS384 or HS512")
        case nil: throw KeyError("the JWK has no `kty`", hint: "RSA, EC and OKP are its kinds")
        default: throw KeyError("the JWK's `kty` is not supported", hint: "RSA, EC and OKP are")
        }
    }

    /// What `alg` names; one that is no signature of the key means that the key is not for signatures.
    private static func preferred(
        _ members: JWKMembers, for material: KeyMaterial
    ) throws(KeyError) -> SigningAlgorithm? {
        guard let name = members.text("alg") else { return nil }
        guard let algorithm = SigningAlgorithm(rawValue: name), material.algorithms.contains(algorithm) else {
            throw KeyError(
                "the JWK's `alg` is no signature of its kind of key, \(material.summary)",
                hint: "the key can sign \(material.algorithms.list)")
        }
        return algorithm
    }
}
