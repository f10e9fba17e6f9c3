import JSON

/// Records of CSV: objects by the names of the header row, all values text.
struct CSVBatches: RowBatches {
    /// How much is read at a time, which bounds how many rows are in a batch.
    private static let step = 16 << 10

    private var reader = CSVReader(separator: UInt8(ascii: ","))
    private var input: [UInt8] = []
    private var position = 0
    private var isAtStart = true
    private var start: [UInt8] = []
    private var isEnded = false
    /// The names of the header row, as JSON.
    private var names: [[UInt8]] = []
    private var text: [UInt8] = [UInt8(ascii: "[")]
    private var count = 0

    mutating func feed(_ bytes: [UInt8]) {
        (input, position) = (bytes, 0)
        guard isAtStart else { return }
        // Until it is known whether there is a byte order mark, which is no part of the first name.
        start += bytes
        input = []
        guard start.count >= 3 else { return }
        begin()
    }

    mutating func end() {
        isEnded = true
        if isAtStart { begin() }
    }

    private mutating func begin() {
        (input, position) = (start, start.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
        (isAtStart, start) = (false, [])
    }

    mutating func next() throws(RowFile.Failure) -> [JSONNode]? {
        while position < input.count {
            let end = min(position + Self.step, input.count)
            let part = Array(input[position..<end])
            position = end
            try read { reader, row throws(CSVReader.Failure) in try reader.feed(part, row) }
            if count >= BatchSize.records || text.count >= BatchSize.bytes { return try batch() }
        }
        guard isEnded else { return nil }
        try read { reader, row throws(CSVReader.Failure) in try reader.finish(row) }
        return count == 0 ? nil : try batch()
    }

    private mutating func read(
        _ read: (inout CSVReader, (Int, [String]) throws(CSVReader.Failure) -> Void) throws(CSVReader.Failure) -> Void
    ) throws(RowFile.Failure) {
        var (names, text, count) = (names, text, count)
        self.text = []
        do throws(CSVReader.Failure) {
            try read(&reader) { line, fields throws(CSVReader.Failure) in
                guard !names.isEmpty else {
                    names = try Self.header(fields, line)
                    return
                }
                guard fields.count == names.count else {
                    throw CSVReader.Failure(
                        line: line, message: "\(fields.count) fields, but the header row has \(names.count)")
                }
                for (name, field) in zip(names, fields) {
                    text.append(contentsOf: name)
                    JSONWriter.appendString(field, to: &text)
                }
                text.append(UInt8(ascii: "}"))
                text.append(UInt8(ascii: ","))
                count += 1
            }
        } catch {
            throw RowFile.Failure(error.message, line: error.line)
        }
        (self.names, self.text, self.count) = (names, text, count)
    }

    /// What stands before each value of a record: its name, and what parts it from the one before.
    private static func header(_ fields: [String], _ line: Int) throws(CSVReader.Failure) -> [[UInt8]] {
        var seen: Set<String> = []
        var names: [[UInt8]] = []
        for field in fields {
            guard seen.insert(field).inserted else {
                throw CSVReader.Failure(line: line, message: "the header row has '\(field)' twice")
            }
            var name = [UInt8(ascii: names.isEmpty ? "{" : ",")]
            JSONWriter.appendString(field, to: &name)
            name.append(UInt8(ascii: ":"))
            names.append(name)
        }
        return names
    }

    private mutating func batch() throws(RowFile.Failure) -> [JSONNode] {
        defer { (text, count) = ([UInt8(ascii: "[")], 0) }
        text[text.count - 1] = UInt8(ascii: "]")
        do throws(JSONSyntaxError) {
            return Array(try JSONDocument(text).root.elements)
        } catch {
            throw RowFile.Failure(error.message)
        }
    }
}
