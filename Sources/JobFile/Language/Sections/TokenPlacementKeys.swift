/// The keys that say where a token is put in a request.
enum TokenPlacementKeys {
    static let header = Key(
        "header", .plain(.header), standard: "Authorization", doc: "The header that the token is sent in.",
        example: "X-Access-Token")
    static let scheme = Key(
        "scheme", .plain(.anyText), standard: "Bearer",
        doc: "What stands before the token; empty text for the bare token.", example: "Token")

    static let all: [any LanguageKey] = [header, scheme]
}
