/// Where a run stands when a signal comes.
enum InterruptedPlace: String, CaseIterable, Sendable {
    /// The answer has not begun.
    case answer
    /// The body is coming in.
    case body
    /// The token has not come.
    case token
    /// Pages come in, one after the other.
    case pages
    /// A failed request waits to be sent again.
    case backoff
    /// The API wants to be left alone for a while.
    case pause
    /// Eight items at the same time.
    case loop
    /// A body goes straight to disk.
    case download

    /// The call that is interrupted.
    var call: String {
        switch self {
        case .answer: "get: ${env.GATE}"
        case .body: "get: /faults/slow?bytes=10000&delay_ms=20"
        case .token: "{get: /echo, auth: slow}"
        case .pages:
            """
            get: /items?delay_ms=5
                auth: default
                query: {limit: 1, total: 1000000}
                paginate: {cursor: $.next_cursor, param: cursor}
                records: $.data[*]
            """
        case .backoff: "{get: /faults/status/503, retry: {base: 1h, max: 1h}, max_wait: 2h}"
        case .pause: "get: /faults/throttle?fail=1000&after=100"
        case .loop:
            """
            get: ${env.GATE}
                for_each: {in: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], concurrency: 8}
            """
        case .download: "{get: /faults/slow?bytes=10000&delay_ms=20, download: body.bin}"
        }
    }
}
