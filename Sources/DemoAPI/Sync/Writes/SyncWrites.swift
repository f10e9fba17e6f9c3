/// What was written: work that is done once for each idempotency key.
struct SyncWrites: Sendable {
    /// What became of a write, to be answered again.
    struct Result: Sendable {
        let id: Int
        let body: String
    }

    enum Outcome {
        case done(Result)
        case replayed(Result)
        /// The key was used for another body.
        case mismatch
    }

    private(set) var done: [Result] = []
    private var byKey: [String: Result] = [:]
    /// Requests by key; those without a key by their body.
    private(set) var attempts: [String: Int] = [:]

    /// How often this write was tried, this time included.
    mutating func attempt(key: String?, body: String) -> Int {
        attempts[key ?? body, default: 0] += 1
        return attempts[key ?? body] ?? 1
    }

    mutating func write(key: String?, body: String) -> Outcome {
        if let key, let first = byKey[key] {
            return first.body == body ? .replayed(first) : .mismatch
        }
        let result = Result(id: done.count + 1, body: body)
        done.append(result)
        if let key { byKey[key] = result }
        return .done(result)
    }

    var json: JSONText {
        [
            "done": .int(done.count), "attempts": .int(attempts.values.reduce(0, +)), "keys": .int(byKey.count),
            "bodies": .array(done.map { .raw($0.body) }),
        ]
    }
}
