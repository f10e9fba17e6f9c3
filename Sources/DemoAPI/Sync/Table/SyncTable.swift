/// The records of one name, and what was asked of them.
struct SyncTable: Sendable {
    /// All records by id: the first has id 1.
    private(set) var records: [SyncRecord]
    /// Their places in `records`, by time and then id.
    private(set) var byTime: [Int]
    /// Their places in `records`, by version.
    private(set) var byVersion: [Int]
    /// The time of the newest change, in seconds since 1970.
    private(set) var now: Int
    /// How many changes there were, the making of each record included.
    private(set) var version: Int
    /// Changes before this one are forgotten: tokens of then are gone.
    private(set) var oldestToken = 0
    var log = SyncLog()
    var writes = SyncWrites()
    var documents: [String: Int] = [:]

    /// A table of so many records, `tied` of them at the same second.
    init(records count: Int, tied: Int) {
        let tied = max(1, tied)
        records = (0..<count).map { index in
            SyncRecord(id: index + 1, updated: SyncTime.start + index / tied, version: index + 1)
        }
        byTime = Array(0..<count)
        byVersion = byTime
        version = count
        now = SyncTime.start + max(0, count - 1) / tied
    }

    /// What a change does.
    struct Change: Sendable {
        /// Ids of records that are touched.
        var touched: [Int] = []
        /// Ids of records that are marked as deleted.
        var deleted: [Int] = []
        /// How many records are added.
        var inserted = 0
        /// The time of the change; nil for a second after the newest.
        var time: Int?
    }

    /// Makes all tokens too old that were given until now.
    mutating func expireTokens() {
        version += 1
        oldestToken = version
    }

    /// Changes records, all at one time.
    mutating func apply(_ change: Change) {
        let time = change.time ?? now + 1
        let isLatest = time >= now
        now = max(now, time)
        var moved: [Int] = []
        for (ids, isDeleted) in [(change.touched, false), (change.deleted, true)] {
            for id in ids where records.indices.contains(id - 1) {
                version += 1
                records[id - 1].change(updated: time, version: version, isDeleted: isDeleted)
                moved.append(id - 1)
            }
        }
        for _ in 0..<change.inserted {
            version += 1
            records.append(SyncRecord(id: records.count + 1, updated: time, version: version))
            moved.append(records.count - 1)
        }
        let isMoved = Set(moved)
        byVersion.removeAll { isMoved.contains($0) }
        byVersion += isMoved.sorted { records[$0].version < records[$1].version }
        byTime.removeAll { isMoved.contains($0) }
        byTime += isMoved.sorted()
        // Others of this second may be there already.
        if !isLatest || byTime.count > moved.count {
            byTime.sort { (records[$0].updated, $0) < (records[$1].updated, $1) }
        }
    }
}
