import JSON

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The rows of a file, in bounded batches: CSV and TSV with a header row, JSON Lines, or one JSON array.
///
/// A row of CSV is an object whose values are text. Only a JSON array is read whole.
struct RowFile: ~Copyable {
    /// Why a file could not be read.
    struct Failure: Error, Equatable {
        let message: String

        init(_ message: String) { self.message = message }
        init(_ message: String, line: Int) { self.message = "line \(line): \(message)" }
    }

    /// How rows stand in a file, by its ending.
    enum Format: Equatable {
        case csv(separator: UInt8)
        case jsonLines
        case json

        init?(path: String) {
            switch FilePath.ending(of: path) {
            case "csv": self = .csv(separator: UInt8(ascii: ","))
            case "tsv": self = .csv(separator: UInt8(ascii: "\t"))
            case "jsonl", "ndjson": self = .jsonLines
            case "json": self = .json
            default: return nil
            }
        }
    }

    /// The largest JSON array file, in bytes.
    static let arrayLimit = 256 << 20
    private static let chunkSize = 64 << 10

    private let descriptor: Int32
    private var parser: any RowParser
    private var isAtStart = true
    private var isDone = false

    /// Opens a file.
    ///
    /// - Throws: an ending that names no format, or what the system says.
    init(path: String) throws(Failure) {
        guard let format = Format(path: path) else {
            throw Failure("its ending names no format: .csv, .tsv, .json, .jsonl or .ndjson")
        }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure(String(cString: strerror(errno))) }
        self.descriptor = descriptor
        switch format {
        case .csv(let separator): parser = CSVRowParser(separator: separator)
        case .jsonLines: parser = JSONLinesParser()
        case .json: parser = JSONArrayParser(limit: Self.arrayLimit)
        }
    }

    deinit {
        close(descriptor)
    }

    /// The next rows, at least one; nil at the end.
    ///
    /// - Throws: what is wrong with the file, with the line.
    mutating func next() throws(Failure) -> [JSONValue]? {
        while !isDone {
            var chunk = [UInt8](repeating: 0, count: Self.chunkSize)
            let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw Failure(String(cString: strerror(errno)))
            }
            chunk.removeLast(chunk.count - count)
            if isAtStart, chunk.starts(with: [0xEF, 0xBB, 0xBF]) { chunk.removeFirst(3) }
            isAtStart = false
            isDone = count == 0
            let rows = isDone ? try parser.finish() : try parser.feed(chunk)
            if !rows.isEmpty { return rows }
        }
        return nil
    }
}

/// Makes rows out of the bytes of a file, which come in chunks.
protocol RowParser {
    /// The rows that these bytes complete.
    mutating func feed(_ bytes: [UInt8]) throws(RowFile.Failure) -> [JSONValue]
    /// The rows that the end of the file completes.
    mutating func finish() throws(RowFile.Failure) -> [JSONValue]
}
