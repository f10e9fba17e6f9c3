internal import Diagnostics
internal import JSONPath

/// The keys of `poll`.
enum PollKeys {
    static let until = Key(
        "until", .either(.plain(.condition), or: .section(PollUntilKeys.section)), required: true,
        doc: "What says that it is done: a condition on the body, or a status, or both.", example: "$.state == 'done'")
    static let fail = Key(
        "fail", .plain(.condition), doc: "What on the body says that it has failed.", example: "$.state == 'failed'")
    static let every = Key(
        "every", .loaded(.positiveDuration), .load, standard: "5s",
        doc: "How long to wait between two requests; a Retry-After of the answer goes before it.", example: "10s")
    static let timeout = Key(
        "timeout", .loaded(.positiveDuration), .load, standard: "10m", doc: "How long to wait in all.", example: "1h")

    static let section = Section(
        "poll", noun: "poll", title: "Poll",
        doc: "The request is sent again until the answer says that something is done. The last answer is the call's.",
        keys: [until, fail, every, timeout],
        example: """
            poll: {until: $.state == 'done', fail: $.state == 'failed', every: 10s, timeout: 1h}
            """)
}

/// The keys of `poll.until` in its long form.
enum PollUntilKeys {
    static let status = Key(
        "status", .oneOrMore(.plain(.status)), doc: "The statuses of an answer that says so.", example: "200")
    static let body = Key(
        "body", .plain(.condition), doc: "What must hold on the body.", example: "$.state == 'done'")

    static let section = Section(
        "poll_until", noun: "until", title: "Until",
        doc: "When a poll is done. With both parts both must hold.",
        keys: [status, body],
        example: """
            poll: {until: {status: 200, body: "length($.rows) > 0"}}
            """)
}
