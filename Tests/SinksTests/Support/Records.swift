import JSON
import Sinks

extension RecordBatch {
    /// The elements of a JSON array, as they came.
    init(_ text: String) throws {
        self.init(Array(try JSONDocument(Array(text.utf8)).root.elements))
    }

    /// Records with fields.
    init(fields records: [[RecordField]]) {
        self.init()
        self.records = records.map(Record.fields)
    }
}

extension SinkConfiguration {
    /// What the sink writes for these pages, each a JSON array.
    static func output(
        _ format: RecordFormat, columns: [String]? = nil, _ pages: [RecordBatch]
    ) throws -> String {
        let folder = try TemporaryFolder()
        let sink = try SinkConfiguration(target: .file(folder("out")), format: format, columns: columns).open()
        do {
            for page in pages { try sink.write(page) }
        } catch {
            try sink.rollback()
            throw error
        }
        try OutputSet.commit([sink])
        return folder.text(of: "out") ?? ""
    }

    /// What the sink writes for these pages, each a JSON array.
    static func output(_ format: RecordFormat, columns: [String]? = nil, _ pages: String...) throws -> String {
        try output(format, columns: columns, pages.map { try RecordBatch($0) })
    }
}
