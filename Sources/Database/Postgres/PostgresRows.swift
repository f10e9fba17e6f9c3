import CPostgres

/// The rows of a result, in the values that Swift has.
struct PostgresRows {
    private let result: OpaquePointer?

    init(_ result: OpaquePointer?) {
        self.result = result
    }

    var all: [[DatabaseValue]] {
        let columns = PQnfields(result)
        let types = (0..<columns).map { PQftype(result, $0) }
        return (0..<PQntuples(result)).map { row in
            (0..<columns).map { value(row, $0, types[Int($0)]) }
        }
    }

    private func value(_ row: CInt, _ column: CInt, _ type: Oid) -> DatabaseValue {
        guard PQgetisnull(result, row, column) == 0, let start = PQgetvalue(result, row, column) else { return .null }
        let bytes = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, column)))
        let text = String(decoding: bytes, as: UTF8.self)
        // The types of the server's catalogue, which never change.
        switch type {
        case 16: return .bool(text == "t")
        case 20, 21, 23, 26: return Int64(text).map { .integer($0) } ?? .text(text)
        case 700, 701: return Double(text).map { .real($0) } ?? .text(text)
        case 17: return PostgresRows.unhex(bytes).map { .blob($0) } ?? .text(text)
        default: return .text(text)
        }
    }

    /// The bytes of `\x0aff`; nil for the older format.
    private static func unhex(_ text: UnsafeRawBufferPointer) -> [UInt8]? {
        guard text.starts(with: [0x5c, 0x78]), text.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 2 - 1)
        for index in stride(from: 2, to: text.count, by: 2) {
            guard let high = digit(text[index]), let low = digit(text[index + 1]) else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
