/// Reads CSV (RFC 4180) or tab-separated rows out of bytes that come in chunks.
///
/// A field in double quotes may hold separators, line breaks and doubled quotes. Lines end with `\n`, `\r\n` or a lone
/// `\r`; empty lines are passed over. Memory holds one row.
struct CSVReader {
    /// Why a text is not CSV.
    struct Failure: Error, Equatable {
        /// The line, from 1, in which the row or the quote begins.
        let line: Int
        let message: String
    }

    /// The largest row, in bytes.
    static let standardRowLimit = 16 << 20

    private enum State {
        /// At the start of a field.
        case start
        case plain
        case quoted
        /// After a quote inside a quoted field: its end, or the first of two.
        case quote
    }

    private let separator: UInt8
    private let rowLimit: Int
    private var state = State.start
    private var field: [UInt8] = []
    private var fields: [String] = []
    private var rowSize = 0
    private var line = 1
    /// The line in which the open quote began.
    private var quoteLine = 1
    /// The line in which the current row began.
    private var rowLine = 1
    private var isAfterReturn = false

    init(separator: UInt8, rowLimit: Int = CSVReader.standardRowLimit) {
        self.separator = separator
        self.rowLimit = rowLimit
    }

    /// Takes bytes, and hands out the rows that they complete, each with the line in which it began.
    mutating func feed(_ bytes: [UInt8], _ row: (Int, [String]) throws(Failure) -> Void) throws(Failure) {
        for byte in bytes { try take(byte, row) }
    }

    /// The end of the text: hands out the last row when no line break ends it.
    mutating func finish(_ row: (Int, [String]) throws(Failure) -> Void) throws(Failure) {
        if state == .quoted { throw Failure(line: quoteLine, message: "a quote is not closed") }
        try endRow(row)
    }

    private mutating func take(_ byte: UInt8, _ row: (Int, [String]) throws(Failure) -> Void) throws(Failure) {
        defer { isAfterReturn = byte == UInt8(ascii: "\r") }
        rowSize += 1
        guard rowSize <= rowLimit else {
            throw Failure(line: rowLine, message: "a row is larger than \(rowLimit) bytes")
        }
        if state == .quoted {
            if byte == UInt8(ascii: "\n") && !isAfterReturn || byte == UInt8(ascii: "\r") { line += 1 }
            if byte == UInt8(ascii: "\"") { state = .quote } else { field.append(byte) }
            return
        }
        switch byte {
        case UInt8(ascii: "\n") where isAfterReturn:
            rowSize = 0
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
            try endRow(row)
            line += 1
            rowLine = line
        case separator:
            try endField()
        case UInt8(ascii: "\"") where state == .start:
            state = .quoted
            quoteLine = line
        case UInt8(ascii: "\"") where state == .quote:
            field.append(byte)
            state = .quoted
        default:
            guard state != .quote else {
                throw Failure(line: line, message: "a closing quote is followed by text")
            }
            state = .plain
            field.append(byte)
        }
    }

    private mutating func endField() throws(Failure) {
        guard let text = String(validating: field, as: UTF8.self) else {
            throw Failure(line: rowLine, message: "this is not UTF-8 text")
        }
        fields.append(text)
        field.removeAll(keepingCapacity: true)
        state = .start
    }

    private mutating func endRow(_ row: (Int, [String]) throws(Failure) -> Void) throws(Failure) {
        defer { rowSize = 0 }
        if fields.isEmpty, state == .start { return }
        try endField()
        defer { fields.removeAll(keepingCapacity: true) }
        try row(rowLine, fields)
    }
}
