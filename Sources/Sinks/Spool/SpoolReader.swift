import JSON

/// Reads the records of a spool in bounded batches.
public struct SpoolReader: Sendable {
    /// How many bytes are read at a time; more only for a record that is longer.
    private static let batchSize = 256 << 10

    private let spool: Spool
    private var position = 0

    init(_ spool: Spool) {
        self.spool = spool
    }

    /// The next records; nil when there are no more at the moment.
    ///
    /// - Throws: what the system says.
    public mutating func next() throws(SinkError) -> [Record]? {
        let available = spool.length - position
        var size = min(Self.batchSize, available)
        while size > 0 {
            var bytes = try SinkError.wrapping(.read, spool.path, try spool.file.bytes(at: position, count: size))
            if let end = bytes.lastIndex(of: UInt8(ascii: "\n")) {
                position += end + 1
                bytes.removeSubrange(end...)
                return try records(bytes)
            }
            guard size < available, bytes.count == size else { break }
            size = min(size * 4, available)
        }
        guard available == 0 else { throw damaged }
        return nil
    }

    /// The lines become one array, so that they are parsed at once.
    private func records(_ lines: [UInt8]) throws(SinkError) -> [Record] {
        var text: [UInt8] = []
        text.reserveCapacity(lines.count + 2)
        text.append(UInt8(ascii: "["))
        for byte in lines { text.append(byte == UInt8(ascii: "\n") ? UInt8(ascii: ",") : byte) }
        text.append(UInt8(ascii: "]"))
        do throws(JSONSyntaxError) {
            // What is in the spool was checked when it came; fields and this array are around it.
            return try JSONDocument(text, limits: JSONLimits(depth: .max)).root.elements.map(Record.node)
        } catch {
            throw damaged
        }
    }

    private var damaged: SinkError {
        SinkError(.failed, path: spool.path, operation: .read, message: "it does not hold what was written to it")
    }
}
