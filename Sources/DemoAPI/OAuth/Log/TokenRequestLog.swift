/// The last token requests and how they were answered.
struct TokenRequestLog {
    private var entries: [(number: Int, entry: JSONText)] = []
    private var count = 0

    /// Takes in a request and returns its number.
    mutating func begin(_ entry: JSONText) -> Int {
        count += 1
        entries.append((count, entry))
        if entries.count > 50 {
            entries.removeFirst()
        }
        return count
    }

    /// Notes how a request was answered, if it is still here.
    mutating func end(_ number: Int, status: Int, client: String?, error: String?) {
        guard let index = entries.firstIndex(where: { $0.number == number }) else { return }
        entries[index].entry = entries[index].entry
            .setting("client", to: client.map { .string($0) })
            .setting("status", to: .int(status))
            .setting("error", to: error.map { .string($0) })
    }

    /// The oldest first.
    var json: JSONText { .array(entries.map(\.entry)) }
}
