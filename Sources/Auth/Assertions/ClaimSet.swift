import JSON
import JWT
import JobFile

/// The claims of one JWT: those that a job asks for, and those that are new each time.
struct ClaimSet: Sendable {
    /// The claims as an object.
    let value: JSONValue

    init(_ claims: SignedClaims, audience: String?, at now: Double) {
        let issuedAt = Self.whole(now - claims.backdate / .seconds(1))
        let texts = [
            ("iss", claims.issuer), ("sub", claims.subject), ("aud", claims.audience ?? audience),
        ].compactMap { name, text in text.map { (name, JSONValue.string($0)) } }
        var members =
            texts + [
                ("iat", .number(JSONNumber(issuedAt))),
                ("exp", .number(JSONNumber(issuedAt + max(1, Self.whole(claims.lifetime / .seconds(1)))))),
            ]
        if claims.hasID { members.append(("jti", .string(RandomText.make()))) }
        var written: [JSONMember] = []
        if case .object(let own) = claims.claims { written = own }
        let names = Set(written.map(\.name))
        // What the job writes itself counts; null takes a claim out.
        value = .object(
            members.filter { !names.contains($0.0) }.map { JSONMember(name: $0.0, value: $0.1) }
                + written.filter { $0.value != .null })
    }

    subscript(_ name: String) -> JSONValue? { value[name] }

    /// Clocks and lives are far smaller than that; what is not, is no reason to crash.
    private static func whole(_ seconds: Double) -> Int {
        Int(min(max(seconds.rounded(.down), -1e12), 1e12))
    }
}
