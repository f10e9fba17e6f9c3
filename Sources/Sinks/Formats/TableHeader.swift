/// Reads the first line of a table that is there already.
struct TableHeader {
    private let dialect: TableDialect
    private var rest: ArraySlice<UInt8>

    /// The columns that a table begins with.
    ///
    /// - Parameter head: the beginning of the file; a byte order mark before it is passed over.
    /// - Returns: nil when the line does not end in it, or is no header.
    static func columns(_ head: [UInt8], _ dialect: TableDialect) -> [String]? {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        var header = TableHeader(dialect: dialect, rest: head.starts(with: mark) ? head[3...] : head[...])
        return header.columns()
    }

    private mutating func columns() -> [String]? {
        var columns: [String] = []
        while true {
            guard let cell = dialect == .csv ? quotedCell() : escapedCell() else { return nil }
            columns.append(String(decoding: cell, as: UTF8.self))
            switch rest.popFirst() {
            case dialect.separator: continue
            case UInt8(ascii: "\n"): return columns
            case UInt8(ascii: "\r") where rest.first == UInt8(ascii: "\n"): return columns
            default: return nil
            }
        }
    }

    private mutating func quotedCell() -> [UInt8]? {
        guard rest.first == UInt8(ascii: "\"") else {
            return plainCell()
        }
        rest.removeFirst()
        var cell: [UInt8] = []
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\"") {
                guard rest.first == byte else { return cell }
                rest.removeFirst()
            }
            cell.append(byte)
        }
        return nil
    }

    private mutating func plainCell() -> [UInt8] {
        let cell = rest.prefix { $0 != dialect.separator && $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        rest = rest[cell.endIndex...]
        return Array(cell)
    }

    private mutating func escapedCell() -> [UInt8]? {
        var cell: [UInt8] = []
        var raw = plainCell()[...]
        while let byte = raw.popFirst() {
            guard byte == UInt8(ascii: "\\") else {
                cell.append(byte)
                continue
            }
            switch raw.popFirst() {
            case UInt8(ascii: "t"): cell.append(UInt8(ascii: "\t"))
            case UInt8(ascii: "n"): cell.append(UInt8(ascii: "\n"))
            case UInt8(ascii: "r"): cell.append(UInt8(ascii: "\r"))
            case UInt8(ascii: "\\"): cell.append(UInt8(ascii: "\\"))
            default: return nil
            }
        }
        return cell
    }
}
