#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif
import JSON

/// Makes rows of records, and finds out what the columns have to hold.
struct RowFiller {
    var columns: ColumnList
    var row = Row()
    /// The columns of the last record's fields in their order: the next one mostly has the same.
    private var guesses: [Int] = []

    init(_ columns: ColumnList) {
        self.columns = columns
    }

    /// Makes columns for the fields of a page that has no table yet: in the order in which they come.
    mutating func prepare(for batch: RecordBatch) throws(UnfitRecord) {
        for record in batch.records {
            switch record.content {
            case .fields(let fields): for field in fields { _ = try columns.place(ofField: field.name) }
            case .node(let node) where node.kind == .object:
                for (name, _) in node.members { _ = try columns.place(ofField: name) }
            case .node: _ = try columns.place(ofField: Self.valueName)
            }
        }
    }

    /// The column of a record that is no object.
    private static let valueName = "value"

    /// Puts a record into `row`.
    ///
    /// - Throws: what does not fit, to be said of a record.
    mutating func fill(_ record: Record) throws(UnfitRecord) {
        row.clear(columns: columns.count)
        try setAll(record)
        if columns.database == .postgres { try checkNULs() }
    }

    /// PostgreSQL has no text with a NUL in it, nor JSON with one in its text.
    private func checkNULs() throws(UnfitRecord) {
        let isFree = row.bytes.withUnsafeBytes { bytes in
            bytes.baseAddress.map { memchr($0 + 1, 0, bytes.count - 1) == nil } ?? true
        }
        for (place, cell) in row.cells.enumerated() {
            guard case .text(let range) = cell else { continue }
            let text = row.bytes[range]
            guard columns.list[place].type == .json ? Self.hasNULEscape(text) : !isFree && text.contains(0) else {
                continue
            }
            throw UnfitRecord(
                message: "has a NUL (U+0000) in '\(columns.list[place].field)', which PostgreSQL cannot keep",
                advice: "leave the field out under `fields`, or take the NUL out with a template")
        }
    }

    /// Whether `\u0000` stands in JSON, and its backslash is no escaped one.
    private static func hasNULEscape(_ json: ArraySlice<UInt8>) -> Bool {
        let escape = Array("u0000".utf8)
        var place = json.startIndex
        while let backslash = json[place...].firstIndex(of: UInt8(ascii: "\\")) {
            let next = json.index(after: backslash)
            if json[next...].starts(with: escape) { return true }
            place = min(next + 1, json.endIndex)
        }
        return false
    }

    private mutating func setAll(_ record: Record) throws(UnfitRecord) {
        switch record.content {
        case .fields(let fields):
            for (order, field) in fields.enumerated() {
                let place = try place(of: field.name, order, isDeleted: record.isDeleted)
                guard let place else { continue }
                switch field.value {
                case .node(let node): try set(node, node.document.bytes, at: place)
                case .value(let value): try set(value, at: place)
                }
            }
        case .node(let node) where node.kind == .object:
            let bytes = node.document.bytes
            var order = 0
            for (name, value) in node.members {
                if let place = try place(of: name, order, isDeleted: record.isDeleted) {
                    try set(value, bytes, at: place)
                }
                order += 1
            }
        case .node(let node):
            guard let place = try place(of: Self.valueName, 0, isDeleted: record.isDeleted) else { return }
            try set(node, node.document.bytes, at: place)
        }
    }

    /// - Returns: nil for a field that a deletion does not look at.
    private mutating func place(of field: String, _ order: Int, isDeleted: Bool) throws(UnfitRecord) -> Int? {
        if order < guesses.count, columns.list[guesses[order]].field == field {
            let place = guesses[order]
            return isDeleted && !columns.list[place].isKey ? nil : place
        }
        let place = try columns.place(ofField: field)
        if order < guesses.count {
            guesses[order] = place
        } else if order == guesses.count {
            guesses.append(place)
        }
        while row.cells.count <= place { row.cells.append(.absent) }
        return isDeleted && !columns.list[place].isKey ? nil : place
    }
}

extension RowFiller {
    /// Looks whether the row has all of its key.
    ///
    /// - Throws: what it lacks, to be said of a record.
    func checkKey() throws(UnfitRecord) {
        for place in columns.keyPlaces ?? [] {
            switch row.cells[place] {
            case .absent, .null:
                throw UnfitRecord(
                    message: "has no '\(columns.list[place].field)', by which records are told apart",
                    advice: "name fields in `key` that every record has")
            case .integer, .real, .text: continue
            }
        }
    }
}
