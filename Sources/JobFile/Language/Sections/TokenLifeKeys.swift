/// The keys that say how long a token is used and when there is a new one.
enum TokenLifeKeys {
    static let lifetime = Key(
        "lifetime", .loaded(.positiveDuration), .load,
        doc: "The life of a token when the server gives none.", example: "10m")
    static let refreshMargin = Key(
        "refresh_margin", .loaded(.duration), .load, standard: "the lesser of 60s and a tenth of its life",
        doc: "How long before its end a token is renewed.", example: "30s")
    static let refreshOn = Key(
        "refresh_on", .oneOrMore(.plain(.status)), standard: "[401]",
        doc: "The statuses on which a new token is got and the call sent again, once.", example: "[401, 419]")

    static let all: [any LanguageKey] = [lifetime, refreshMargin, refreshOn]
}
