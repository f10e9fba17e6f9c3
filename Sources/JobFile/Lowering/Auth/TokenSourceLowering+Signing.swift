internal import Diagnostics
internal import JSON
internal import JWT
internal import Template

extension TokenSourceLowering {
    /// What the source signs with; nil after a diagnostic.
    func signing(with loader: inout Loader) -> SigningSettings? {
        guard let template = section[SigningKeys.privateKey] else { return nil }
        let key = privateKey(template, with: &loader)
        let certificate = certificate(of: key?.value, with: &loader)
        guard let key, certificate != nil || !section.has(SigningKeys.certificate) else { return nil }
        if let algorithm = section[SigningKeys.algorithm] {
            guard check(algorithm, for: key.value, with: &loader) else { return nil }
        }
        return SigningSettings(
            key: key, algorithm: section[SigningKeys.algorithm]?.value,
            keyID: loader.value(section[SigningKeys.keyID]), certificateThumbprint: certificate?.certificate.thumbprint,
            certificate: certificate)
    }

    /// The key in a text; nil after a diagnostic, which shows no part of it.
    func privateKey(_ template: LocatedTemplate, with loader: inout Loader) -> Located<PrivateKey>? {
        guard let text = secret(template, with: &loader) else { return nil }
        do throws(KeyError) {
            return Located(try PrivateKey(text.value), at: template.span)
        } catch {
            loader.error(.badPrivateKey, error.message, at: template.span, label: error.hint)
            return nil
        }
    }

    private func check(
        _ algorithm: Located<SigningAlgorithm>, for key: PrivateKey, with loader: inout Loader
    ) -> Bool {
        // One of a secret has been found before.
        guard !key.algorithms.contains(algorithm.value), !algorithm.value.isSymmetric else { return true }
        loader.error(
            .wrongAlgorithm, "the key cannot sign with \(algorithm.value.rawValue)", at: algorithm.span,
            label: "it can with \(key.algorithms.map(\.rawValue).joined(separator: ", "))",
            notes: ["the key is: \(key.summary)"])
        return false
    }

    /// The claims of the grant for a JWT; nil after a diagnostic.
    func bearerClaims(with loader: inout Loader) -> SignedClaims? {
        let issuer = loader.value(section[OAuthKeys.issuer])
        let audience = loader.value(section[JWTBearerKeys.audience])
        guard var claims = claims(with: &loader) else { return nil }
        claims.audience =
            switch audience.flatMap(AssertionAudienceWord.init) {
            case .issuer: issuer
            case .tokenURL: nil
            case nil: audience
            }
        return claims
    }

    /// The claims that a source signs; nil after a diagnostic.
    func claims(with loader: inout Loader) -> SignedClaims? {
        let signing = signing(with: &loader)
        let issuer = loader.value(section[ClientKeys.id])
        let subject = loader.value(section[ClaimKeys.subject])
        let claims = (section[ClaimKeys.claims] ?? []).compactMap { claim in
            loader.value(claim.value).map { JSONMember(name: claim.name, value: $0.json) }
        }
        guard let signing else { return nil }
        return SignedClaims(
            signing: signing, issuer: issuer, subject: subject, claims: .object(claims),
            lifetime: loader.value(section[ClaimKeys.lifetime]) ?? .seconds(300),
            backdate: loader.value(section[ClaimKeys.backdate]) ?? .zero)
    }
}
