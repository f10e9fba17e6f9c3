/// How the cells of a table are kept apart.
///
/// Lines end with LF in both, as most tools write them.
enum TableDialect {
    /// RFC 4180: quotes around what needs them.
    case csv
    /// Tabs; those in a value, line breaks and backslashes are escaped.
    case tsv

    /// What stands between two cells.
    var separator: UInt8 {
        switch self {
        case .csv: UInt8(ascii: ",")
        case .tsv: UInt8(ascii: "\t")
        }
    }

    /// Appends a cell.
    func append(_ cell: [UInt8], to output: inout [UInt8]) {
        switch self {
        case .csv: Self.appendQuoted(cell, to: &output)
        case .tsv: Self.appendEscaped(cell, to: &output)
        }
    }

    /// Appends the end of a line.
    ///
    /// - Parameter isBlank: whether nothing stands in it; in CSV it would be taken for no line at all.
    func endLine(isBlank: Bool, _ output: inout [UInt8]) {
        if isBlank, self == .csv { output.append(contentsOf: "\"\"".utf8) }
        output.append(UInt8(ascii: "\n"))
    }

    private static func appendQuoted(_ cell: [UInt8], to output: inout [UInt8]) {
        let needsQuotes = cell.contains { byte in
            switch byte {
            case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
            default: false
            }
        }
        guard needsQuotes else {
            output.append(contentsOf: cell)
            return
        }
        output.append(UInt8(ascii: "\""))
        for byte in cell {
            if byte == UInt8(ascii: "\"") { output.append(byte) }
            output.append(byte)
        }
        output.append(UInt8(ascii: "\""))
    }

    private static func appendEscaped(_ cell: [UInt8], to output: inout [UInt8]) {
        for byte in cell {
            switch byte {
            case UInt8(ascii: "\t"): output.append(contentsOf: "\\t".utf8)
            case UInt8(ascii: "\n"): output.append(contentsOf: "\\n".utf8)
            case UInt8(ascii: "\r"): output.append(contentsOf: "\\r".utf8)
            case UInt8(ascii: "\\"): output.append(contentsOf: "\\\\".utf8)
            default: output.append(byte)
            }
        }
    }
}
