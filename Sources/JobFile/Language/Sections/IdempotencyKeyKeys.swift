/// The keys of `idempotency_key`.
enum IdempotencyKeyKeys {
    static let header = Key(
        "header", .plain(.header), standard: "Idempotency-Key", doc: "The header that holds the key.",
        example: "X-Request-Id")
    static let within = Key(
        "within", .loaded(.positiveDuration), .load, standard: "24h",
        doc: "How long the API remembers a key; past that a request that may have arrived is not sent again.",
        example: "7d")

    static let section = Section(
        "idempotency_key", noun: "idempotency_key", title: "An idempotency key",
        doc: """
            The request is sent with a key that is the same for all its attempts, also for those of the next run until \
            an answer confirmed it. `true` is short for `{}`.
            """,
        keys: [header, within],
        example: """
            idempotency_key: {header: Idempotency-Key, within: 7d}
            """)
}
