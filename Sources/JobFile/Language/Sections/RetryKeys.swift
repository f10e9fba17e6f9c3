/// The keys of `retry`.
enum RetryKeys {
    static let attempts = Key(
        "attempts", .loaded(.integer(1...100)), .load, standard: "5",
        doc: "The most attempts, the first included.", example: "3")
    static let base = Key(
        "base", .loaded(.duration), .load, standard: "500ms",
        doc: "The upper bound of the first wait; it doubles with each attempt, and each wait is a random part of it.",
        example: "100ms")
    static let max = Key(
        "max", .loaded(.duration), .load, standard: "30s", doc: "The upper bound of each wait.", example: "10s")
    static let statuses = Key(
        "statuses", .oneOrMore(.plain(.status)), standard: "[408, 425, 429, 500, 502, 503, 504]",
        doc: "The statuses that are worth another attempt.", example: "[429, 5xx]")

    static let section = Section(
        "retry", noun: "retry", title: "Retry",
        doc: "`retry: false` sends every request once.",
        keys: [attempts, base, max, statuses], nullRemoves: true,
        example: """
            retry: {attempts: 4, base: 100ms, max: 2s, statuses: [429, 5xx]}
            """)
}
