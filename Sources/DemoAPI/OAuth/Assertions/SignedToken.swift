import JWTKit

/// A JWT taken apart (RFC 7519), its signature not looked at yet.
struct SignedToken: Sendable {
    let header: JSONText
    let claims: JSONText
    /// The first two parts, as they were signed.
    private let signedText: [UInt8]
    private let signature: [UInt8]

    /// Takes a compact JWS apart; nil for anything else.
    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let header = Base64URL.decode(parts[0]), let claims = Base64URL.decode(parts[1]),
            let signature = Base64URL.decode(parts[2]), let header = JSONText(parsing: header),
            let claims = JSONText(parsing: claims), header.members != nil, claims.members != nil
        else { return nil }
        (self.header, self.claims, self.signature) = (header, claims, signature)
        signedText = Array((parts[0] + "." + parts[1]).utf8)
    }

    var algorithm: String { header["alg"]?.string ?? "none" }
    var isSymmetric: Bool { algorithm.hasPrefix("HS") }

    subscript(_ claim: String) -> JSONText? { claims[claim] }

    /// What it says, for people and for tests.
    var json: JSONText { .object([("header", header), ("claims", claims)]) }

    /// Whether one of the keys signed this; a `kid` that one of them has rules the others out.
    func isSigned(byOneOf keys: [PublicKey]) async -> Bool {
        let id = header["kid"]?.string
        let named = keys.filter { $0.id != nil && $0.id == id }
        for key in named.isEmpty ? keys : named
        where await key.verifies(signature, of: signedText, algorithm: algorithm) {
            return true
        }
        return false
    }

    /// Whether this was signed with a secret; false for one that is shorter than the hash (RFC 7518 3.2).
    func isSigned(with secret: String) async -> Bool {
        guard isSymmetric, let digest = DigestAlgorithm(of: algorithm),
            secret.utf8.count * 8 >= (Int(algorithm.suffix(3)) ?? .max)
        else { return false }
        let keys = JWTKeyCollection()
        await keys.add(hmac: HMACKey(from: secret), digestAlgorithm: digest)
        return (try? await keys.getKey().verify(signature, signs: signedText)) ?? false
    }
}
