/// The keys of what stands in a JWT that a source signs.
enum ClaimKeys {
    static let subject = Key(
        "subject", .loaded(.text), .load, doc: "Whom the JWT is about, its sub.", example: "reporting@example.com")
    static let claims = Key(
        "claims", .map(of: .value), .load, doc: "Further claims of the JWT; they win over those of other keys.",
        example: "{scope: 'orders:read customers:read'}")
    static let backdate = Key(
        "backdate", .loaded(.duration), .load, standard: "0s",
        doc: "How far back the JWT is dated, for servers whose clock is behind.", example: "60s")
    static let lifetime = Key(
        "assertion_lifetime", .loaded(.positiveDuration), .load, standard: "5m",
        doc: "How long a signed JWT is good for.", example: "10m")
}
