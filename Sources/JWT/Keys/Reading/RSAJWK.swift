/// An RSA key as JWK, RFC 7518 section 6.3.2.
enum RSAJWK {
    static func read(_ members: JWKMembers) throws(KeyError) -> KeyMaterial {
        let exponent = try members.privateBytes()
        let factors = ["p", "q", "dp", "dq", "qi"]
        let absent = factors.filter { !members.has($0) }
        guard absent.isEmpty else {
            // To find the primes from `d` alone is a search that a crafted key can make endless.
            throw members.missing(absent)
        }
        guard !members.has("oth") else {
            throw KeyError("the RSA JWK has more than two primes (`oth`)", hint: "make a key with two")
        }
        var numbers = [try members.bytes("n"), try members.bytes("e"), exponent]
        for name in factors { numbers.append(try members.bytes(name)) }
        do {
            // As PKCS#1, because the numbers are checked against each other when that is read.
            return try RSAStructure.read(RSAStructure.write(numbers), isForPSSOnly: false)
        } catch {
            throw error == PrivateKeyStructure.damaged ? JWKMembers.inconsistent : error
        }
    }
}
