internal import JWT

/// The keys of what a source signs with.
enum SigningKeys {
    static let privateKey = Key(
        "private_key", .template, .load, secret: true,
        doc: "The private key that assertions are signed with: the text of a PEM (PKCS#8, PKCS#1, SEC1) or of a JWK.",
        example: "${secrets.private_key}")
    static let requiredPrivateKey = Key(
        "private_key", .template, .load, required: true, secret: true,
        doc: "The private key that the JWT is signed with: the text of a PEM (PKCS#8, PKCS#1, SEC1) or of a JWK.",
        example: "${secrets.private_key}")
    static let keyID = Key(
        "key_id", .loaded(.text), .load, standard: "the key's own, where it has one",
        doc: "The key's id, the kid of what is signed.", example: "2026-01")
    static let algorithm = Key(
        "algorithm", .plain(ScalarReader<SigningAlgorithm>.word), standard: "RS256, ES256 or EdDSA by the key's kind",
        doc: "The algorithm of the signature; HS256 to HS512 sign with the client's secret.", example: "PS256")
    static let certificate = Key(
        "certificate", .loaded(.path), .load,
        doc: """
            The key's certificate, a PEM file whose fingerprint goes along as x5t#S256; a relative path starts from \
            the job file's folder.
            """,
        example: "client.pem")

    /// The keys where signing is one way of several.
    static let all: [any LanguageKey] = [privateKey, keyID, algorithm, certificate]
    /// The keys where there is no other way.
    static let allRequired: [any LanguageKey] = [requiredPrivateKey, keyID, algorithm, certificate]
}
