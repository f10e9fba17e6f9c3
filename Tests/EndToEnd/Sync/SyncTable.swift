import Foundation

/// The records of `/sync` of a demo server, and what a job has made of them.
struct SyncTable {
    /// One state of a record.
    struct Row: Hashable, Comparable {
        var id: Int
        var version: Int

        static func < (left: Row, right: Row) -> Bool {
            (left.id, left.version) < (right.id, right.version)
        }
    }

    let server: DemoServer

    /// Changes the records.
    @discardableResult
    func change(_ body: String) throws -> String {
        let connection = try LoopbackSocket.connect(to: server.port)
        defer { close(connection) }
        let head =
            "POST /admin/sync HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: application/json\r\n"
            + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
        LoopbackSocket.write(head, to: connection)
        let answer = String(decoding: LoopbackSocket.readAll(from: connection), as: UTF8.self)
        guard answer.hasPrefix("HTTP/1.1 2") else { throw LoopbackClient.Failure(what: answer) }
        return answer
    }

    /// All records as they are now.
    func rows() throws -> [Row] {
        try Self.rows(ofLines: try LoopbackClient.send("GET", "/admin/sync/records", port: server.port))
    }

    /// The rows of JSON Lines; a line that is cut off is an error.
    static func rows(ofLines data: Data) throws -> [Row] {
        struct Record: Decodable {
            var id: Int
            var version: Int
        }
        return try data.split(separator: UInt8(ascii: "\n")).map { line in
            let record = try JSONDecoder().decode(Record.self, from: Data(line))
            return Row(id: record.id, version: record.version)
        }
    }
}

/// Random numbers that are the same in every run of a test.
struct FixedNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        // SplitMix64.
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
