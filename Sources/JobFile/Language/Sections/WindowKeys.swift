/// The keys of `incremental.window`.
enum WindowKeys {
    static let size = Key(
        "size", .loaded(.windowSize), .load, required: true,
        doc: "How far a step goes: a duration for times, a whole number for integers.", example: "1d")
    static let until = Key(
        "until", .template, .call, standard: "the start of the run, for times",
        doc: "Where the last step ends; the end itself is not part of it.", example: "2025-01-01T00:00:00Z")

    static let section = Section(
        "window", noun: "a window", title: "A window",
        doc: """
            The call is made once for each step, from ${since} up to but without ${until}, and each step is committed \
            before the next begins.
            """,
        keys: [size, until],
        example: """
            query: {from: "${since}", to: "${until}"}
            incremental:
              field: $.updated_at
              initial: 2024-01-01T00:00:00Z
              window: {size: 1d, until: "${run.started_at}"}
            """)
}
