import Diagnostics
import JWT
import JobFile

/// What to try when a server does not take an assertion.
enum AssertionAdvice {
    /// The hints, beginning with what the server's own words point at.
    static func hints(_ error: ServerError, _ sent: SentRequest, _ jwt: SignedJWT?) -> [String] {
        guard let jwt else { return file(error, sent) }
        let words = Words(error.description)
        var hints = [summary(jwt)]
        if words.has("jti", "replay", "already been used", "already used", "reuse") {
            hints.append(
                "each assertion has an identifier (jti) of its own; one that was seen before means that two runs or a "
                    + "proxy sent the same request")
            return hints
        }
        let isAboutTime = words.has(
            "expired", "exp claim", "'exp'", "iat", "nbf", "not yet valid", "in the future", "too old", "lifetime",
            "short-lived", "time range", "clock")
        let isAboutAudience = words.has("audience", "aud claim", "'aud'", "\"aud\"", "(aud)", "aud ", "50027")
        let isAboutAlgorithm = words.has("algorithm", "alg ", "'alg'", "signing method", "signed with")
        let isAboutKey = words.has("kid", "key", "jwk", "signature", "certificate", "thumbprint", "x5t", "700027")
        let isAboutAny = isAboutTime || isAboutAudience || isAboutAlgorithm || isAboutKey
        if isAboutTime { hints.append(time(sent, jwt)) }
        if isAboutAudience || !isAboutAny { hints.append(audience(sent, jwt)) }
        if isAboutAlgorithm || !isAboutAny { hints += algorithm(sent, jwt) }
        if isAboutKey || !isAboutAny { hints.append(key(sent, jwt)) }
        return hints
    }

    private static func summary(_ jwt: SignedJWT) -> String {
        let parts = [
            jwt.issuer.map { "iss \($0)" }, jwt.subject.map { "sub \($0)" }, jwt.audience.map { "aud \($0)" },
            jwt.algorithm.rawValue, jwt.keyID.map { "kid \($0)" },
        ]
        return "the assertion: \(parts.compactMap(\.self).joined(separator: ", "))"
    }

    /// Servers disagree on whom an assertion is for, and each takes one value only.
    private static func audience(_ sent: SentRequest, _ jwt: SignedJWT) -> String {
        let isTokenURL = jwt.audience == sent.server.audience
        let isIssuer = jwt.audience == sent.server.issuer
        let other =
            switch (isTokenURL, isIssuer) {
            case (_, true): "assertion_audience: token_url, or"
            case (true, _) where sent.server.issuer != nil: "assertion_audience: issuer, or"
            case (true, _): "assertion_audience with the server's issuer, or"
            case (false, false): "assertion_audience: token_url, or"
            }
        return "servers differ on the audience: try \(other) the text that the server's documentation names"
    }

    /// The same key has an older or a newer name, or another way to sign.
    private static func algorithm(_ sent: SentRequest, _ jwt: SignedJWT) -> [String] {
        let other: String? =
            switch jwt.algorithm {
            case .edDSA: "Ed25519, the newer name of the same"
            case .ed25519: "EdDSA, the older name of the same"
            case .rs256: "PS256"
            case .ps256: "RS256"
            default: nil
            }
        let known = sent.server.metadata?.assertionAlgorithms ?? []
        let listed = known.isEmpty ? [] : ["the server's metadata lists: \(known.joined(separator: ", "))"]
        return ["it was signed with \(jwt.algorithm.rawValue)\(other.map { ": try algorithm: \($0)" } ?? "")"] + listed
    }

    private static func key(_ sent: SentRequest, _ jwt: SignedJWT) -> String {
        let name = jwt.keyID.map { "by key_id \($0)" } ?? "without a key_id (kid), which some servers want"
        let certificate =
            jwt.namesCertificate
            ? "; x5t#S256 names the certificate, which must be the one that is registered"
            : "; some want the certificate's thumbprint as well: certificate: FILE"
        if jwt.algorithm.isSymmetric { return "the key is the client's secret: is that the right one?" }
        return "is the public half of this key registered at the server? it was named \(name)\(certificate)"
    }

    private static func time(_ sent: SentRequest, _ jwt: SignedJWT) -> String {
        // A job may write anything as `exp`.
        let life =
            jwt.expiresAt.map { "for \(Int(min(max($0 - jwt.issuedAt, 0), 1e9).rounded())) s" } ?? "without an end"
        return "the assertion was good \(life) from the time of this machine: is its clock right? "
            + "assertion_lifetime sets how long"
    }

    private static func file(_ error: ServerError, _ sent: SentRequest) -> [String] {
        guard let file = sent.oauth.client.assertion.file?.value else { return [] }
        return [
            "the assertion came from \(file): has it expired, or was it used before? something must renew it",
            "the server must trust its issuer, subject and audience",
        ]
    }
}

extension AssertionAdvice {
    /// What a server says, to look for words in.
    struct Words {
        private let text: String

        init(_ text: String?) {
            self.text = (text ?? "").prefix(2000).lowercased() + " "
        }

        func has(_ words: String...) -> Bool { words.contains { text.contains($0) } }
    }
}
