/// The keys that say where a token and its life stand in an answer.
enum TokenAnswerKeys {
    static let token = Key(
        "token", .plain(.jsonPath), standard: "$.access_token", doc: "Where the token stands in the answer.",
        example: "$.data.jwt")
    static let expiresIn = Key(
        "expires_in", .plain(.jsonPath), standard: "$.expires_in",
        doc: "Where the token's life in seconds stands in the answer.", example: "$.data.valid_for")
    static let expiresAt = Key(
        "expires_at", .plain(.jsonPath),
        doc: "Where the instant at which the token expires stands in the answer: RFC 3339, or seconds since 1970.",
        example: "$.expires_at")

    static let all: [any LanguageKey] = [token, expiresIn, expiresAt]
}
