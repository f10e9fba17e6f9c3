/// What came in since the start or the last reset.
struct Stats {
    var requests: [String: Int] = [:]
    var statuses: [Int: Int] = [:]
    var tokensIssued = 0
    var tokensRevoked = 0
    var introspections = 0
    var connections = 0
    /// Requests at the other origin, and how many of them brought credentials they should not have.
    var otherRequests = 0
    var otherCredentials = 0
    var mainOrigin = ""
    var otherOrigin = ""
    var rawOrigin = ""

    /// Sets the counts to zero; the origins stay.
    mutating func reset() {
        var fresh = Stats()
        (fresh.mainOrigin, fresh.otherOrigin, fresh.rawOrigin) = (mainOrigin, otherOrigin, rawOrigin)
        self = fresh
    }

    /// The stats as a JSON object, its keys in order.
    func json(itemsCreated: Int) -> JSONText {
        .object([
            (
                "origins",
                .object([
                    ("main", .string(mainOrigin)), ("other", .string(otherOrigin)), ("raw", .string(rawOrigin)),
                ])
            ),
            ("connections", .int(connections)),
            ("tokens_issued", .int(tokensIssued)),
            ("tokens_revoked", .int(tokensRevoked)),
            ("introspections", .int(introspections)),
            ("items_created", .int(itemsCreated)),
            ("total_requests", .int(requests.values.reduce(0, +))),
            ("requests", .object(requests.sorted { $0.key < $1.key }.map { ($0.key, .int($0.value)) })),
            ("statuses", .object(statuses.sorted { $0.key < $1.key }.map { (String($0.key), .int($0.value)) })),
            ("other", .object([("requests", .int(otherRequests)), ("with_credentials", .int(otherCredentials))])),
        ])
    }
}
