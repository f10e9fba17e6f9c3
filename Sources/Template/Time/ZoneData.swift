/// The contents of a time zone file (TZif, RFC 8536).
struct ZoneData: Sendable {
    /// When the offset changes, in seconds since 1970 in ascending order, and to which of `types`.
    private var transitions: [(seconds: Int, type: Int)] = []
    private var types: [ZoneOffset] = []
    /// For the time after the last change.
    private var rule: ZoneRule?

    /// Nil when the bytes are not a zone file of version 2 or later.
    init?(_ bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        // The first block has times of 32 bits, for readers of old.
        guard let old = Header(&reader), old.version >= 2, reader.skip(old.length(timeSize: 4)),
            let header = Header(&reader), header.typeCount > 0, reader.remaining >= header.length(timeSize: 8)
        else { return nil }
        var times: [Int] = []
        for _ in 0..<header.timeCount {
            guard let time = reader.integer(8) else { return nil }
            times.append(time)
        }
        guard zip(times, times.dropFirst()).allSatisfy(<) else { return nil }
        for time in times {
            guard let type = reader.integer(1), type >= 0, type < header.typeCount else { return nil }
            transitions.append((time, type))
        }
        guard let types = Self.types(&reader, header) else { return nil }
        self.types = types
        guard reader.skip(header.leapCount * 12 + header.standardCount + header.universalCount) else { return nil }
        rule = reader.line().flatMap { ZoneRule($0) }
    }

    /// The offset at a moment.
    ///
    /// - Parameter seconds: since 1970.
    func offset(at seconds: Int) -> ZoneOffset {
        guard let last = transitions.last, seconds < last.seconds else {
            return rule?.offset(at: seconds) ?? types[transitions.last?.type ?? 0]
        }
        var (low, high) = (0, transitions.count)
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle].seconds <= seconds { low = middle + 1 } else { high = middle }
        }
        // Before the first change the first type holds (RFC 8536, 3.2).
        return types[low == 0 ? 0 : transitions[low - 1].type]
    }

    private static func types(_ reader: inout ByteReader, _ header: Header) -> [ZoneOffset]? {
        var records: [(offset: Int, name: Int)] = []
        for _ in 0..<header.typeCount {
            guard let offset = reader.integer(4), reader.skip(1), let name = reader.integer(1), name >= 0,
                abs(offset) <= 26 * 3600
            else { return nil }
            records.append((offset, name))
        }
        guard let names = reader.bytes(header.nameLength) else { return nil }
        return records.map { record in
            let name = names.dropFirst(record.name).prefix { $0 != 0 }
            return ZoneOffset(seconds: record.offset, name: String(decoding: name, as: UTF8.self))
        }
    }

    /// The counts at the head of a block.
    private struct Header {
        let version, universalCount, standardCount, leapCount, timeCount, typeCount, nameLength: Int

        init?(_ reader: inout ByteReader) {
            guard reader.bytes(4).map({ $0.elementsEqual("TZif".utf8) }) ?? false, let digit = reader.integer(1),
                reader.skip(15)
            else { return nil }
            var counts: [Int] = []
            for _ in 0..<6 {
                // More than this is in no zone.
                guard let count = reader.integer(4), (0...100_000).contains(count) else { return nil }
                counts.append(count)
            }
            version = digit == 0 ? 1 : digit - 0x30
            universalCount = counts[0]
            standardCount = counts[1]
            leapCount = counts[2]
            timeCount = counts[3]
            typeCount = counts[4]
            nameLength = counts[5]
        }

        /// Of the block after the head.
        func length(timeSize: Int) -> Int {
            timeCount * (timeSize + 1) + typeCount * 6 + nameLength + leapCount * (timeSize + 4) + standardCount
                + universalCount
        }
    }
}
