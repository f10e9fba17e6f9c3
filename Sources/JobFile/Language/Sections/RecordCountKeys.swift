/// The keys of `expect.records`.
enum RecordCountKeys {
    static let minimum = Key("min", .loaded(.integer(0 ... .max)), .load, doc: "At least so many.", example: "1")
    static let maximum = Key("max", .loaded(.integer(0 ... .max)), .load, doc: "At most so many.", example: "1000")
    static let shrink = Key(
        "shrink", .loaded(.share), .load,
        doc: "By how much they may be fewer than in the last good run; more is a failure before anything is published.",
        example: "50%")

    static let section = Section(
        "record_count", noun: "records", title: "A number of records", doc: "How many records a call must have.",
        keys: [minimum, maximum, shrink],
        example: """
            records: {min: 1, max: 1000, shrink: 50%}
            """)
}
