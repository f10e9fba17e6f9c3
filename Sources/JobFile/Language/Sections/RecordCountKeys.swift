/// The keys of `expect.records`.
enum RecordCountKeys {
    static let minimum = Key("min", .loaded(.integer(0 ... .max)), .load, doc: "At least so many.", example: "1")
    static let maximum = Key("max", .loaded(.integer(0 ... .max)), .load, doc: "At most so many.", example: "1000")

    static let section = Section(
        "record_count", noun: "records", title: "A number of records", doc: "How many records a call must have.",
        keys: [minimum, maximum],
        example: """
            records: {min: 1, max: 1000}
            """)
}
