/// What was asked of a table: at most the last 10,000 requests, and counts.
struct SyncLog: Sendable {
    /// Something that happens to a request.
    struct Fault: Sendable {
        /// The answer's status instead of its own.
        var status: Int?
        /// The connection ends within the answer.
        var isCut = false
        /// One waits before the answer.
        var stall = 0
        /// The records change before the answer.
        var change: SyncTable.Change?
    }

    private(set) var requests: [JSONText] = []
    private(set) var count = 0
    private(set) var recordsSent = 0
    private(set) var running = 0
    private(set) var mostAtOnce = 0
    /// What happens to which request, counted from the last time that faults were set.
    private var faults: [Int: Fault] = [:]
    private var sinceFaults = 0

    /// A request comes in.
    mutating func enter(takesFaults: Bool) -> Fault? {
        running += 1
        mostAtOnce = max(mostAtOnce, running)
        guard takesFaults else { return nil }
        sinceFaults += 1
        return faults.removeValue(forKey: sinceFaults)
    }

    /// Its answer goes out.
    mutating func leave(_ line: JSONText) {
        running -= 1
        count += 1
        if requests.count == 10_000 { requests.removeFirst(5000) }
        requests.append(line)
    }

    mutating func sent(_ records: Int) {
        recordsSent += records
    }

    mutating func set(_ faults: [Int: Fault]) {
        self.faults = faults
        sinceFaults = 0
    }

    /// Forgets what was asked, not what is to happen.
    mutating func clear() {
        requests = []
        (count, recordsSent, mostAtOnce) = (0, 0, running)
    }

    var json: [(String, JSONText)] {
        [
            ("count", .int(count)), ("records_sent", .int(recordsSent)), ("most_at_once", .int(mostAtOnce)),
            ("requests", .array(requests)),
        ]
    }
}
