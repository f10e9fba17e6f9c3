import Diagnostics
import JSON
import JWT
import JobFile
import Secrets

/// Signs claims, each time with a fresh `iat`, `exp` and `jti`.
struct ClaimsSigner: Sendable {
    private let signer: JWTSigner
    private let header: [JSONMember]
    private let keyID: String?
    private let namesCertificate: Bool

    /// Signs with the settings' key, or where they have none with a secret.
    ///
    /// - Throws: when the key and the algorithm do not fit.
    init(_ signing: SigningSettings?, secret: Secret? = nil) throws(KeyError) {
        if let key = signing?.key?.value {
            signer = try JWTSigner(key: key, algorithm: signing?.algorithm)
            keyID = signing?.keyID ?? key.keyID
        } else if let secret {
            signer = try JWTSigner(secret: secret, algorithm: signing?.algorithm ?? .hs256)
            keyID = signing?.keyID
        } else {
            throw KeyError("there is no key to sign with", hint: "private_key: ${secrets.NAME}")
        }
        let thumbprint = signing?.certificateThumbprint
        namesCertificate = thumbprint != nil
        header = [("kid", keyID), ("x5t#S256", thumbprint)].compactMap { name, value in
            value.map { JSONMember(name: name, value: .string($0)) }
        }
    }

    /// Signs claims.
    ///
    /// - Parameters:
    ///   - audience: `aud` where the claims name none.
    ///   - now: the time of day, in seconds since 1970.
    func sign(_ claims: SignedClaims, audience: String?, at now: Double) throws(KeyError) -> SignedJWT {
        let set = ClaimSet(claims, audience: audience, at: now)
        return SignedJWT(
            value: try signer.sign(header: header, claims: set.value), issuer: set["iss"]?.string,
            subject: set["sub"]?.string, audience: set["aud"]?.string, issuedAt: set["iat"]?.number?.double ?? now,
            expiresAt: set["exp"]?.number?.double, algorithm: signer.algorithm, keyID: keyID,
            namesCertificate: namesCertificate)
    }
}
