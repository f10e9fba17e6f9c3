import Auth
import HTTP
import JSON
import JWT
import JobFile

/// Says what is known about a token that was got.
struct TokenFindings {
    let source: TokenSourceConfiguration
    let clock: any HTTPClock

    func add(_ token: Token, to examination: inout Examination) {
        let kind = token.scheme.isEmpty ? "a token without a scheme" : token.scheme
        if let end = token.expiresAt {
            // What was said, not what is left of it by now.
            let left = max(0, Int((token.lifetime ?? (end - clock.wallClock())).rounded(.up)))
            examination.add("token", "\(kind), for \(left) s", left > 0 ? .good : .warning)
        } else if case .oauth = source.kind {
            examination.add(
                "token", "\(kind); nobody says how long it lives, so it is used until it is refused: lifetime sets it",
                .warning)
        } else {
            examination.add("token", kind, .good)
        }
        if case .jwt = source.kind, let jwt = JWTClaims.decode(token.value) {
            examination.add("assertion", "\(jwt.header.serialized())\n\(jwt.claims.serialized())")
        }
        addScope(token, to: &examination)
    }

    private func addScope(_ token: Token, to examination: inout Examination) {
        guard case .oauth(let oauth) = source.kind else { return }
        let asked = oauth.scope
        guard let granted = token.scope ?? Self.scope(ofJWT: token) else {
            if !asked.isEmpty { examination.add("scope", "the server does not say what it granted") }
            return
        }
        let missing = asked.filter { !granted.contains($0) }
        let shown = granted.isEmpty ? "none" : granted.joined(separator: " ")
        if missing.isEmpty {
            examination.add("scope", "granted: \(shown)", .good)
        } else {
            examination.add(
                "scope", "granted: \(shown); asked for and not granted: \(missing.joined(separator: " "))", .warning)
        }
    }

    /// The scopes that a JWT names, RFC 8693 section 4.2 or as a list.
    private static func scope(ofJWT token: Token) -> [String]? {
        guard let claims = JWTClaims.decode(token.value)?.claims, let scope = claims["scope"] ?? claims["scp"] else {
            return nil
        }
        if let text = scope.string { return text.split(separator: " ").map(String.init) }
        guard case .array(let elements) = scope else { return nil }
        return elements.compactMap(\.string)
    }
}
