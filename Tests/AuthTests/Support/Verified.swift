import Foundation
import JSON
import JWT
import JWTKit
import Secrets
import Testing

/// A JWT that JWTKit, which errand does not sign with, has verified.
struct Verified {
    let header: JSONValue
    let claims: JSONValue

    /// Verifies with the public half of a key.
    init(_ jwt: String?, key: JWT.PrivateKey, algorithm: SigningAlgorithm) async throws {
        try await self.init(jwt, jwk: key.publicJWK, algorithm)
    }

    /// Verifies a proof with the key that its own header names.
    init(proof jwt: String?) async throws {
        let text = try #require(jwt)
        let header = try #require(JWTClaims.decode(Secret(text))).header
        let algorithm = try #require(header["alg"]?.string.flatMap(SigningAlgorithm.init))
        try await self.init(jwt, jwk: try #require(header["jwk"]), algorithm)
    }

    /// Verifies with a secret.
    init(_ jwt: String?, secret: String, _ algorithm: DigestAlgorithm) async throws {
        let keys = JWTKeyCollection()
        await keys.add(hmac: HMACKey(from: secret), digestAlgorithm: algorithm)
        try await self.init(try #require(jwt), keys)
    }

    private init(_ jwt: String?, jwk: JSONValue, _ algorithm: SigningAlgorithm) async throws {
        guard case .object(let members) = jwk else { throw KeyError("no object") }
        let named = JSONValue.object(
            members.filter { $0.name != "kid" } + [
                JSONMember(name: "alg", value: .string(algorithm.rawValue)),
                JSONMember(name: "kid", value: .string("1")),
            ])
        let keys = JWTKeyCollection()
        try await keys.add(jwk: JSONDecoder().decode(JWK.self, from: Data(named.serialized().utf8)))
        try await self.init(try #require(jwt), keys)
    }

    private init(_ jwt: String, _ keys: JWTKeyCollection) async throws {
        _ = try await keys.verify(jwt, as: Anything.self)
        (header, claims) = try #require(JWTClaims.decode(Secret(jwt)))
    }
}

private struct Anything: JWTPayload {
    func verify(using algorithm: some JWTAlgorithm) async throws {}
}
