import HTTPTypes
import Hummingbird
import Synchronization

/// Checks the proof of a request (RFC 9449 4.3).
struct ProofCheck {
    static let field = "DPoP"

    let world: World
    let request: Request
    /// The access token that comes with it; nil at the token endpoint.
    var accessToken: String?
    var needsNonce = false

    /// What is wrong with a proof.
    struct Problem: Error {
        let code: String
        let message: String

        init(_ message: String, code: String = "invalid_dpop_proof") {
            (self.code, self.message) = (code, message)
        }
    }

    /// The thumbprint of the key that signed the proof.
    func thumbprint() async throws(Problem) -> String {
        let fields = request.headers[values: .named(Self.field)]
        guard fields.count == 1, let text = fields.first else {
            throw Problem(fields.isEmpty ? "the DPoP proof is missing" : "there is more than one DPoP proof")
        }
        guard let proof = SignedToken(text) else { throw Problem("the DPoP proof is no JWT") }
        guard proof.header["typ"]?.string == "dpop+jwt" else { throw Problem("the proof's typ must be dpop+jwt") }
        guard !proof.isSymmetric, let jwk = proof.header["jwk"], let thumbprint = Thumbprint.of(jwk) else {
            throw Problem("the proof needs an asymmetric alg and a jwk, alg is \(proof.algorithm)")
        }
        guard ["d", "p", "q", "dp", "dq", "qi", "k"].allSatisfy({ jwk[$0] == nil }) else {
            throw Problem("the proof's jwk holds private members")
        }
        guard let key = try? PublicKey(jwk: jwk), await proof.isSigned(byOneOf: [key]) else {
            throw Problem("the proof's signature (\(proof.algorithm)) is not good")
        }
        try checkClaims(of: proof)
        return thumbprint
    }

    private func checkClaims(of proof: SignedToken) throws(Problem) {
        guard proof["htm"]?.string == request.method.rawValue else {
            throw Problem("htm is \(proof["htm"]?.text ?? "missing"), it must be \(request.method.rawValue)")
        }
        let url = request.origin + request.uri.path
        guard proof["htu"]?.string == url else {
            throw Problem("htu is \(proof["htu"]?.text ?? "missing"), it must be \(url)")
        }
        let now = world.clock.now
        guard let issued = proof["iat"]?.number, abs(now - issued) <= 60 else {
            throw Problem("iat is \(proof["iat"]?.text ?? "missing"), now is \(Int(now))")
        }
        guard let id = proof["jti"]?.string, !id.isEmpty else { throw Problem("the proof has no jti") }
        if let accessToken {
            guard proof["ath"]?.string == Thumbprint.hash(accessToken) else {
                throw Problem("ath is \(proof["ath"] == nil ? "missing" : "not this token's")")
            }
        }
        if needsNonce {
            guard world.nonces.withLock({ $0.use(proof["nonce"]?.string) }) else {
                throw Problem(
                    proof["nonce"] == nil ? "a nonce is needed" : "the nonce is no longer good", code: "use_dpop_nonce")
            }
        }
        guard world.seen.withLock({ $0.insert("dpop " + id, until: issued + 60, now: now) }) else {
            throw Problem("the proof was replayed: jti '\(id)' was used before")
        }
    }
}

extension World {
    /// The nonce to send with an answer to a request, when it did not bring that one.
    func nextNonce(after request: Request) -> String? {
        let sent = request.headers[.named(ProofCheck.field)].flatMap(SignedToken.init)?["nonce"]?.string
        let current = nonces.withLock { $0.current }
        return sent == current ? nil : current
    }
}
