/// A record of `/sync`: it knows when it was changed last.
///
/// Its value says which state of the record it is: a thousand times the id, and how often it was changed.
struct SyncRecord: Sendable {
    let id: Int
    /// Seconds since 1970.
    var updated: Int
    /// The number of the change that it has seen last, of all changes of its table.
    var version: Int
    var changes = 0
    var isDeleted = false

    /// It as JSON, which is made once for each state.
    private(set) var json: [UInt8] = []

    init(id: Int, updated: Int, version: Int) {
        self.id = id
        self.updated = updated
        self.version = version
        prepare()
    }

    var value: Int { id * 1000 + changes }

    /// Changes it.
    mutating func change(updated: Int, version: Int, isDeleted: Bool) {
        self.updated = updated
        self.version = version
        self.isDeleted = isDeleted
        changes += 1
        prepare()
    }

    /// It as JSON, with its time as asked for.
    func json(_ format: SyncTime.Format) -> [UInt8] {
        format == .rfc3339 ? json : text(SyncTime.json(updated, format))
    }

    /// A line of CSV.
    var csv: String { "\(id),\(SyncTime.text(updated)),\(version),\(value),\(isDeleted)\n" }

    private mutating func prepare() {
        json = text(SyncTime.json(updated, .rfc3339))
    }

    private func text(_ time: String) -> [UInt8] {
        Array(
            "{\"id\":\(id),\"updated_at\":\(time),\"version\":\(version),\"value\":\(value),\"deleted\":\(isDeleted)}"
                .utf8)
    }
}
