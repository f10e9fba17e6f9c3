import NIOCore

/// A page of a table's records.
struct SyncPage {
    let request: SyncPageRequest
    let records: [SyncRecord]
    /// How many records there are on all pages.
    let total: Int
    /// Where the next page starts; nil on the last one.
    let next: Int?

    init(_ request: SyncPageRequest, of table: SyncTable) {
        self.request = request
        let places = request.isByVersion ? table.byVersion : table.byTime
        let key = { (index: Int) in request.key(of: table.records[places[index]]) }
        let first = request.since.map { since in Self.search(places.count) { key($0) >= since } } ?? 0
        let end = max(
            first, request.until.map { until in Self.search(places.count) { key($0) >= until } } ?? places.count)
        let total = end - first
        var start = request.start
        if let after = request.after {
            let place = Self.search(places.count) { index in
                (key(index), table.records[places[index]].id) > (after.key, after.id)
            }
            start = max(0, place - first)
        }
        start = min(start, total)
        let range = start..<min(start + request.limit, total)
        let step = request.order == .none ? Self.step(total) : 1
        records = range.map { index in table.records[places[first + index * step % max(1, total)]] }
        next = range.upperBound < total ? range.upperBound : nil
        self.total = total
    }

    /// The body: `data`, `total`, and what leads to the next page.
    func body() -> ByteBuffer {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(records.count * 110 + 200)
        bytes.append(contentsOf: "{\"data\":[".utf8)
        for (offset, record) in records.enumerated() {
            if offset > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(contentsOf: record.json(request.format))
        }
        bytes.append(contentsOf: "],\"total\":\(total),\(trailer),\"has_more\":\(next != nil)}".utf8)
        return ByteBuffer(bytes: bytes)
    }

    private var trailer: String {
        switch request.style {
        case .cursor:
            guard let next, let last = records.last else { return "\"next_cursor\":null" }
            return "\"next_cursor\":\"\(request.cursor(after: last, next: next))\""
        case .page:
            return
                "\"page\":\(request.start / request.limit + 1),\"total_pages\":\((total + request.limit - 1) / request.limit)"
        case .offset: return "\"offset\":\(request.start),\"limit\":\(request.limit)"
        case .keyset:
            guard let last = records.last else { return "\"last\":null" }
            return
                "\"last\":{\"updated_at\":\(SyncTime.json(last.updated, request.format)),\"version\":\(last.version),\"id\":\(last.id)}"
        }
    }

    /// The first index for which it is true, of those for which it is false and then true.
    private static func search(_ count: Int, _ isReached: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isReached(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// A number that has no divisor in common with this one, so that its multiples come by each record once.
    private static func step(_ total: Int) -> Int {
        [7919, 104_729, 1_299_709].first { total % $0 != 0 } ?? 1
    }
}
