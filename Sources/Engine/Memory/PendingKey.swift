import JSON

/// The idempotency key of a write that is not confirmed.
struct PendingKey: Sendable, Hashable {
    /// What is sent.
    let key: String
    /// When it was made, in seconds since 1970.
    let createdAt: Int

    init(key: String, createdAt: Int) {
        (self.key, self.createdAt) = (key, createdAt)
    }

    /// What the state keeps.
    var json: JSONValue {
        .object([
            JSONMember(name: "key", value: .string(key)),
            JSONMember(name: "created_at", value: .number(JSONNumber(createdAt))),
        ])
    }

    /// The one that the state kept; nil for anything else.
    init?(json: JSONValue) {
        guard let key = json["key"]?.string, let createdAt = json["created_at"]?.number?.int else { return nil }
        self.init(key: key, createdAt: createdAt)
    }
}
