/// The keys of `options`.
enum OptionsKeys {
    static let deadline = Key(
        "deadline", .loaded(.positiveDuration), .load, doc: "How long the run may take.", example: "10m")
    static let timezone = Key(
        "timezone", .loaded(.text), .load, standard: "UTC",
        doc: "The time zone of run.date and of dates without one, by its name in the zone database.",
        example: "Europe/Vienna")
    static let allowHTTP = Key(
        "allow_http", .loaded(.boolean), .load, standard: "false",
        doc: "Whether tokens and secrets may go over plain http to hosts other than this machine.", example: "true")

    static let lock = Key(
        "lock", .loaded(ScalarReader<LockPolicy>.word), .load,
        standard: "fail for a job that keeps state, no lock for others",
        doc: """
            What happens when another run of the job is under way: fail ends with exit code 75, wait begins when it has \
            ended, skip ends at once as a success.
            """,
        example: "wait")

    static let section = Section(
        "options", noun: "options", title: "Options", doc: "What holds for the run as a whole.",
        keys: [deadline, timezone, allowHTTP, lock],
        example: """
            options:
              deadline: 10m
              timezone: Europe/Vienna
              allow_http: true
              lock: wait
            """)
}
