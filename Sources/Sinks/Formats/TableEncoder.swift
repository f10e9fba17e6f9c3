import JSON

/// A table: a header, then a line for each record.
///
/// Without columns of its own it takes those of the first page: the names of its records in the order in which they
/// come. Null and a missing field are empty, nested values are compact JSON, and a record that is no object stands in
/// the column `value`.
struct TableEncoder: RecordEncoder {
    private let dialect: TableDialect
    private var columns: [String]?
    private var places: [String: Int] = [:]
    private var isHeaderDue: Bool
    /// The values of the record that is being written, by column.
    private var row: [RecordValue?] = []
    private var cell: [UInt8] = []

    /// - Parameter hasHeader: whether the header stands in the file already.
    init(_ dialect: TableDialect, columns: [String]?, hasHeader: Bool = false) {
        self.dialect = dialect
        isHeaderDue = !hasHeader
        if let columns { setColumns(columns) }
    }

    mutating func prepare(for batch: RecordBatch) {
        guard columns == nil, !batch.records.isEmpty else { return }
        var names: [String] = []
        var seen: Set<String> = []
        for record in batch.records {
            Self.forEachField(of: record) { name, _ in
                if seen.insert(name).inserted { names.append(name) }
            }
        }
        setColumns(names)
    }

    mutating func encode(_ record: Record, to output: inout [UInt8]) throws(UnfitRecord) {
        try fillRow(with: record)
        writeHeader(to: &output)
        let start = output.count
        for place in row.indices {
            if place > 0 { output.append(dialect.separator) }
            guard let value = row[place] else { continue }
            cell.removeAll(keepingCapacity: true)
            value.appendText(to: &cell)
            dialect.append(cell, to: &output)
        }
        dialect.endLine(isBlank: output.count == start, &output)
    }

    /// A table without records has a header when its columns are known.
    mutating func end(_ output: inout [UInt8]) {
        writeHeader(to: &output)
    }

    private mutating func setColumns(_ names: [String]) {
        columns = names
        places = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
        row = Array(repeating: nil, count: names.count)
    }

    private mutating func writeHeader(to output: inout [UInt8]) {
        guard isHeaderDue, let columns else { return }
        isHeaderDue = false
        for (place, name) in columns.enumerated() {
            if place > 0 { output.append(dialect.separator) }
            dialect.append(Array(name.utf8), to: &output)
        }
        dialect.endLine(isBlank: columns.allSatisfy(\.isEmpty) && columns.count < 2, &output)
    }

    private mutating func fillRow(with record: Record) throws(UnfitRecord) {
        for place in row.indices { row[place] = nil }
        var place = 0
        var unknown: String?
        Self.forEachField(of: record) { name, value in
            // Records mostly have their fields in the order of the columns.
            if let columns, place < columns.count, columns[place] == name {
                row[place] = value
            } else if let found = places[name] {
                row[found] = value
                place = found
            } else {
                unknown = unknown ?? name
            }
            place += 1
        }
        guard let unknown else { return }
        throw UnfitRecord(
            message: "a record has the field '\(unknown)', for which the header has no column",
            advice: "name the columns under `fields`")
    }

    private static func forEachField(of record: Record, _ body: (String, RecordValue) -> Void) {
        switch record.content {
        case .fields(let fields):
            for field in fields { body(field.name, field.value) }
        case .node(let node) where node.kind == .object:
            for (name, value) in node.members { body(name, .node(value)) }
        case .node(let node):
            body("value", .node(node))
        }
    }
}
