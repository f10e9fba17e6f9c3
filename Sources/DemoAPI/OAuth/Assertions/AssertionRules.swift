import Synchronization

/// What an assertion is held to, beyond its signature (RFC 7523 3).
struct AssertionRules {
    /// The audiences of which it must name one; nil where none is asked for.
    var audiences: [String]?
    /// How far ahead `exp` may lie, in seconds.
    var longestLife = 600.0
    /// Whether `iat` must be there.
    var needsIssuedAt = false
    /// Whether `jti` must be there; one that is there may never come twice.
    var needsID = true
    /// Whether `jti` may come again.
    var allowsReplay = false

    /// What is wrong with an assertion.
    struct Violation: Error {
        /// The claim at fault.
        let claim: String
        let message: String
    }

    /// Holds a token to the rules and remembers its id.
    func check(_ token: SignedToken, world: World) throws(Violation) {
        let now = world.clock.now
        try checkAudience(of: token)
        guard let expiry = token["exp"]?.number else {
            throw Violation(claim: "exp", message: "the assertion has no exp, or it is no number")
        }
        guard expiry > now else {
            throw Violation(claim: "exp", message: "the assertion expired \(Self.seconds(now - expiry)) s ago")
        }
        guard expiry <= now + longestLife + 5 else {
            throw Violation(
                claim: "exp",
                message: "the assertion's exp is \(Self.seconds(expiry - now)) s ahead, more than the "
                    + "\(Self.seconds(longestLife)) s allowed")
        }
        for claim in ["iat", "nbf"] {
            guard let value = token[claim] else {
                if claim == "iat", needsIssuedAt {
                    throw Violation(claim: claim, message: "the assertion has no iat")
                }
                continue
            }
            guard let time = value.number else {
                throw Violation(claim: claim, message: "the assertion's \(claim) is no number")
            }
            guard time <= now + 5 else {
                throw Violation(
                    claim: claim, message: "the assertion's \(claim) is \(Self.seconds(time - now)) s in the future")
            }
        }
        guard let id = token["jti"]?.string, !id.isEmpty else {
            guard !needsID else { throw Violation(claim: "jti", message: "the assertion has no jti") }
            return
        }
        let key = "\(token["iss"]?.string ?? "") \(id)"
        let isNew = world.seen.withLock { $0.insert(key, until: expiry, now: now) }
        guard isNew || allowsReplay else {
            throw Violation(claim: "jti", message: "the assertion was replayed: jti '\(id)' was used before")
        }
    }

    private func checkAudience(of token: SignedToken) throws(Violation) {
        guard let audiences else { return }
        guard let audience = token["aud"] else { throw Violation(claim: "aud", message: "the assertion has no aud") }
        guard audience.strings.contains(where: audiences.contains) else {
            throw Violation(
                claim: "aud",
                message: "the assertion's aud is \(audience.text), it must be "
                    + audiences.map { "'\($0)'" }.joined(separator: " or "))
        }
    }

    private static func seconds(_ value: Double) -> String {
        abs(value) < 1e12 ? String(Int(value.rounded(.up))) : "\(value)"
    }
}
