import Database
import Foundation
import JSON
import Secrets
import Sinks
import Testing

/// A database for a test, and the sinks that write to it.
final class TableScene {
    enum Kind: String, CaseIterable, Sendable, CustomTestStringConvertible {
        case sqlite, postgres
        var testDescription: String { rawValue }

        /// Those that can be had here.
        static let available: [Kind] = [.sqlite] + (PostgresServer.isAvailable ? [.postgres] : [])
    }

    let kind: Kind
    let folder: TemporaryFolder
    let sessions = DatabaseSessions()
    private let url: String
    private let schema = "sinks_\(UInt32.random(in: 0...UInt32.max))"

    init(_ kind: Kind) throws {
        self.kind = kind
        folder = try TemporaryFolder()
        guard kind == .postgres else {
            url = ""
            return
        }
        let server = try PostgresServer.shared()
        try PostgresConnection(url: Secret(server.url)).execute("CREATE SCHEMA \(schema)")
        url = server.url(schema: schema)
    }

    var path: String { folder("data.db") }

    func target(_ table: String = "t") -> SinkConfiguration.Target {
        kind == .sqlite ? .sqlite(path: path, table: table) : .postgres(url: Secret(url), table: table)
    }

    func open(
        _ mode: SinkConfiguration.Mode, table: String = "t", key: [String] = [], columns: [String]? = nil,
        types: [String: ColumnType] = [:], in sessions: DatabaseSessions? = nil
    ) throws -> any Sink {
        try SinkConfiguration(target: target(table), mode: mode, columns: columns, key: key, types: types)
            .open(in: sessions ?? self.sessions)
    }

    /// Writes pages with a sink of its own and publishes them.
    func write(
        _ mode: SinkConfiguration.Mode, key: [String] = [], columns: [String]? = nil,
        types: [String: ColumnType] = [:], table: String = "t", _ pages: String...
    ) throws {
        let sink = try open(mode, table: table, key: key, columns: columns, types: types)
        do {
            for page in pages { try sink.write(RecordBatch(page)) }
            try OutputSet.commit([sink])
        } catch {
            try? sink.rollback()
            throw error
        }
    }

    /// Rows of a query over another connection, as text: `1|Ann|NULL`.
    func rows(_ sql: String = "SELECT * FROM t ORDER BY 1") throws -> [String] {
        let rows =
            kind == .sqlite
            ? try SQLiteDatabase(path: path).query(sql) : try PostgresConnection(url: Secret(url)).query(sql)
        return rows.map { row in row.map { $0.text ?? "NULL" }.joined(separator: "|") }
    }

    func execute(_ sql: String) throws {
        if kind == .sqlite {
            try SQLiteDatabase(path: path).execute(sql)
        } else {
            try PostgresConnection(url: Secret(url)).execute(sql)
        }
    }

    /// Whether a table is there.
    func has(_ table: String) throws -> Bool {
        let sql =
            kind == .sqlite
            ? "SELECT count(*) FROM sqlite_schema WHERE name = '\(table)'" : "SELECT count(to_regclass('\(table)'))"
        return try rows(sql) == ["1"]
    }

    /// The columns of a table: `id INTEGER, name TEXT`.
    func columns(_ table: String = "t") throws -> String {
        let sql =
            kind == .sqlite
            ? "SELECT name || ' ' || type FROM pragma_table_info('\(table)')"
            : """
            SELECT attname || ' ' || format_type(atttypid, atttypmod) FROM pg_attribute
            WHERE attrelid = '\(table)'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum
            """
        return try rows(sql).map { $0.uppercased() }.joined(separator: ", ")
    }

    /// One of two texts, by the database.
    func either(_ sqlite: String, _ postgres: String) -> String { kind == .sqlite ? sqlite : postgres }
}

extension RecordBatch {
    /// Records with marks: each is `(mark, JSON)`.
    init(marked records: [(Int64?, String)], deleted: Set<Int> = []) throws {
        self.init()
        self.records = try records.enumerated().map { index, record in
            Record(
                .node(try JSONDocument(Array(record.1.utf8)).root), mark: record.0.map { .integer($0) },
                isDeleted: deleted.contains(index))
        }
    }
}
