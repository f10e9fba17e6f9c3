import Database

extension StateTables {
    /// How many hashes go to the server at once.
    private static let batch = 5000

    func isSeen(_ scope: StateScope, _ hashes: [[UInt8]]) throws(StateError) -> [Bool] {
        switch dialect {
        case .sqlite:
            var found: [Bool] = []
            found.reserveCapacity(hashes.count)
            for hash in hashes {
                let rows = try query(
                    "SELECT 1 FROM errand_seen WHERE job = $1 AND call = $2 AND key = $3 AND hash = $4",
                    values(scope) + [.blob(hash)])
                found.append(!rows.isEmpty)
            }
            return found
        case .postgres:
            var known: Set<[UInt8]> = []
            for start in stride(from: 0, to: hashes.count, by: Self.batch) {
                let part = hashes[start..<min(start + Self.batch, hashes.count)]
                let rows = try query(
                    """
                    SELECT hash FROM errand_seen WHERE job = $1 AND call = $2 AND key = $3 AND hash = ANY (ARRAY(\
                    SELECT decode(h, 'hex') FROM unnest(string_to_array($4::text, ',')) AS h))
                    """, values(scope) + [.text(Self.list(part.map(Self.hex)))])
                for row in rows { if let hash = row[0].bytes { known.insert(hash) } }
            }
            return hashes.map(known.contains)
        }
    }

    func addSeen(_ scope: StateScope, _ records: [SeenRecord]) throws(StateError) {
        try check(scope)
        guard records.allSatisfy({ $0.hash.count == StateLimits.hash }) else {
            throw StateError(.failed, "\(place): the hash of a record has \(StateLimits.hash) bytes")
        }
        let sqlEnd =
            "ON CONFLICT (job, call, key, hash) DO UPDATE SET mark = \(dialect.greatest)(errand_seen.mark, excluded.mark)"
        switch dialect {
        case .sqlite:
            for record in records {
                try query(
                    "INSERT INTO errand_seen (job, call, key, hash, mark) VALUES ($1, $2, $3, $4, $5) \(sqlEnd)",
                    values(scope) + [.blob(record.hash), .integer(record.mark)])
            }
        case .postgres:
            // A statement may not touch a row twice.
            var marks: [[UInt8]: Int64] = [:]
            for record in records { marks[record.hash] = max(marks[record.hash] ?? .min, record.mark) }
            // In one order, so that two transactions never wait for each other.
            let rows = marks.map { (Self.hex($0.key), $0.value) }.sorted { $0.0 < $1.0 }
            for start in stride(from: 0, to: rows.count, by: Self.batch) {
                let part = rows[start..<min(start + Self.batch, rows.count)]
                try query(
                    """
                    INSERT INTO errand_seen (job, call, key, hash, mark) \
                    SELECT $1::text, $2::text, $3::text, decode(h, 'hex'), m FROM unnest(string_to_array($4::text, ','), \
                    string_to_array($5::text, ',')::bigint[]) AS given(h, m) \(sqlEnd)
                    """,
                    values(scope) + [.text(Self.list(part.map(\.0))), .text(Self.list(part.map { String($0.1) }))])
            }
        }
    }

    func dropSeen(_ scope: StateScope, below mark: Int64) throws(StateError) {
        try query(
            "DELETE FROM errand_seen WHERE job = $1 AND call = $2 AND key = $3 AND mark < $4",
            values(scope) + [.integer(mark)])
    }

    private static func list(_ items: [String]) -> String { items.joined(separator: ",") }

    private static let digits = Array("0123456789abcdef".utf8)

    private static func hex(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }
}
