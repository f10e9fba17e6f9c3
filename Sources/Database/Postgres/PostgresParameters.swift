import CPostgres

/// Values of a statement as libpq takes them.
struct PostgresParameters {
    private static let bytea: Oid = 17

    private var bytes: [CChar] = []
    private var starts: [Int?] = []
    private var lengths: [CInt] = []
    private var types: [Oid] = []
    private var formats: [CInt] = []

    init(_ values: [DatabaseValue]) {
        for value in values {
            switch value {
            case .null: append(nil)
            case .bool(let value): append(value ? "t" : "f")
            case .integer(let value): append(String(value))
            case .real(let value): append(PostgresParameters.spelling(of: value))
            case .text(let value): append(value)
            case .blob(let value):
                // In binary there is nothing to escape; without its type the server would read the bytes as another's.
                append(value, type: PostgresParameters.bytea, format: 1)
            }
        }
    }

    /// Runs a statement with them.
    func run(_ connection: OpaquePointer, _ sql: String) -> OpaquePointer? {
        bytes.withUnsafeBufferPointer { bytes in
            let pointers: [UnsafePointer<CChar>?] = starts.map { start in
                guard let start, let base = bytes.baseAddress else { return nil }
                return base + start
            }
            return PQexecParams(connection, sql, CInt(pointers.count), types, pointers, lengths, formats, 0)
        }
    }

    private mutating func append(_ text: String?) {
        append(text.map { Array($0.utf8) }, type: 0, format: 0)
    }

    private mutating func append(_ value: [UInt8]?, type: Oid, format: CInt) {
        starts.append(value == nil ? nil : bytes.count)
        if let value {
            bytes.append(contentsOf: value.lazy.map { CChar(bitPattern: $0) })
            bytes.append(0)
        }
        lengths.append(CInt(clamping: value?.count ?? 0))
        types.append(type)
        formats.append(format)
    }

    private static func spelling(of value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
        return String(value)
    }
}
