import HTTPTypes
import NIOCore

/// A file that is made while one waits for it.
struct SyncExport: Sendable {
    enum Format: String {
        case jsonl, csv, json
    }

    /// What was ordered.
    let order: JSONText
    /// The table that the records are from.
    let table: String
    /// How often it was asked about.
    private(set) var polls = 0
    /// How often its file was asked for.
    private(set) var downloads = 0
    private var file: ByteBuffer?
    /// Grows when the file becomes another.
    private(set) var edition = 1

    init(order: JSONText, table: String) throws {
        self.order = order
        self.table = table
        guard Format(rawValue: order["format"]?.string ?? "jsonl") != nil else {
            throw DemoError(.badRequest, "invalid_body", "format is jsonl, csv or json")
        }
    }

    /// How far it is, at the poll that is made by this.
    mutating func poll() -> String {
        polls += 1
        let needed = order["polls"]?.int ?? 3
        if polls < needed { return polls == 1 ? "queued" : "running" }
        return order["fail"]?.bool == true ? "failed" : "done"
    }

    var isDone: Bool { polls >= order["polls"]?.int ?? 3 && order["fail"]?.bool != true }
    var format: Format { Format(rawValue: order["format"]?.string ?? "") ?? .jsonl }
    var isPacked: Bool { order["gzip"]?.bool == true || order["members"]?.bool == true }

    /// The validator of the file as it is now.
    var etag: String? {
        switch order["etag"]?.string {
        case "none": nil
        case "weak": "W/\"edition-\(edition)\""
        default: "\"edition-\(edition)\""
        }
    }

    /// Counts a download; `changes` makes another file after so many.
    mutating func download() {
        downloads += 1
        if let changes = order["changes"]?.int, downloads == changes + 1 {
            edition += 1
            file = nil
        }
    }

    /// The file, made once of each edition from the records as they are then.
    mutating func bytes(_ table: SyncTable) -> ByteBuffer {
        if let file { return file }
        let first = order["updated_since"]?.string.flatMap { SyncTime.parse($0) } ?? .min
        let records = table.byTime.lazy.map { table.records[$0] }.filter { $0.updated >= first }
        var bytes: [UInt8] = []
        switch format {
        case .jsonl:
            for record in records {
                bytes.append(contentsOf: record.json)
                bytes.append(UInt8(ascii: "\n"))
            }
        case .csv:
            bytes.append(contentsOf: "id,updated_at,version,value,deleted\n".utf8)
            for record in records { bytes.append(contentsOf: record.csv.utf8) }
        case .json:
            bytes.append(contentsOf: "[".utf8)
            for record in records {
                if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
                bytes.append(contentsOf: record.json)
            }
            bytes.append(contentsOf: "]".utf8)
        }
        if order["edition"]?.bool == true { bytes.append(contentsOf: "{\"edition\":\(edition)}\n".utf8) }
        if order["members"]?.bool == true {
            bytes = StoredGzip.twoMembers(bytes)
        } else if isPacked {
            bytes = StoredGzip.file(bytes[...])
        }
        let file = ByteBuffer(bytes: bytes)
        self.file = file
        return file
    }
}
