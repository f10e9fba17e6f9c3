import Database
import Foundation
import Testing

@Suite struct SQLiteDatabaseTests {
    let folder: Folder
    let database: SQLiteDatabase

    init() throws {
        folder = try Folder()
        database = try SQLiteDatabase(path: folder.file("test.db"))
    }

    @Test func `Each kind of value comes back as it went in`() throws {
        try database.execute("CREATE TABLE t (v)")
        let values: [DatabaseValue] = [
            .null, .integer(.min), .integer(.max), .real(0.1), .text(""), .text("é\u{0}\"'"), .blob([]),
            .blob([0, 255]),
        ]
        for value in values { try database.query("INSERT INTO t VALUES (?)", [value]) }
        #expect(try database.query("SELECT v FROM t ORDER BY rowid").map { $0[0] } == values)
    }

    @Test func `A truth value is kept as 1 or 0`() throws {
        #expect(try database.query("SELECT ?, ?", [.bool(true), .bool(false)]) == [[.integer(1), .integer(0)]])
    }

    @Test func `Text is bound from bytes without a copy, also none at all`() throws {
        let statement = try database.prepare("SELECT ?1, typeof(?1), ?2, typeof(?2)")
        let bytes = Array("häuser".utf8)
        try bytes.withUnsafeBytes { bytes in
            try statement.bindText(bytes, at: 1)
            try statement.bindText(UnsafeRawBufferPointer(start: nil, count: 0), at: 2)
            #expect(try statement.step())
            #expect(statement.column(0) == .text("häuser"))
            #expect(statement.withBytes(of: 0) { $0.elementsEqual(bytes) })
            #expect(statement.column(1) == .text("text"))
            #expect(statement.column(2) == .text(""))
            #expect(statement.column(3) == .text("text"))
            #expect(try !statement.step())
        }
    }

    @Test func `An empty blob is not NULL`() throws {
        let statement = try database.prepare("SELECT typeof(?)")
        try statement.bindBlob(UnsafeRawBufferPointer(start: nil, count: 0), at: 1)
        #expect(try statement.step())
        #expect(statement.column(0) == .text("blob"))
    }

    @Test func `A statement is run again with other values, and values stay until others come`() throws {
        try database.execute("CREATE TABLE t (a, b)")
        let insert = try database.prepare("INSERT INTO t VALUES (?, ?)")
        try insert.bind([.integer(1), .text("x")])
        try insert.run()
        try insert.bindInteger(2, at: 1)
        try insert.run()
        insert.clear()
        try insert.run()
        #expect(
            try database.query("SELECT a, b FROM t ORDER BY rowid") == [
                [.integer(1), .text("x")], [.integer(2), .text("x")], [.null, .null],
            ])
    }

    @Test func `A query within a query of the same text has a statement of its own`() throws {
        let sql = "SELECT value FROM (SELECT 1 AS value UNION SELECT 2) WHERE value >= ?"
        #expect(try database.query(sql, [.integer(1)]).count == 2)
        #expect(try database.query(sql, [.integer(2)]).count == 1)
    }

    @Test func `Names of columns and how many rows were changed`() throws {
        try database.execute("CREATE TABLE t (\"a b\" INTEGER); INSERT INTO t VALUES (1), (2), (3)")
        let statement = try database.prepare("SELECT \"a b\", 1 AS one FROM t")
        #expect((0..<statement.columnCount).map(statement.columnName) == ["a b", "one"])
        try database.query("UPDATE t SET \"a b\" = 5 WHERE \"a b\" > ?", [.integer(1)])
        #expect(database.changes == 2)
    }

    @Test(arguments: ["plain", "two words", "quote\"d", "select", "Größe", "'", "a;b"])
    func `Any name can be that of a table`(name: String) throws {
        try database.execute("CREATE TABLE \(SQLiteDatabase.quote(name)) (v); DROP TABLE \(SQLiteDatabase.quote(name))")
    }

    @Test func `A name with a NUL does not end a statement`() {
        #expect(SQLiteDatabase.quote("a\0b") == "\"a\u{FFFD}b\"")
    }

    @Test(arguments: ["", "-- nothing", "SELECT 1; SELECT 2", "SELECT 1\0"])
    func `A text that is not one statement is refused`(sql: String) throws {
        #expect(throws: DatabaseError.self) { try database.prepare(sql) }
    }

    @Test func `A semicolon at the end is no second statement`() throws {
        #expect(try database.query("SELECT 1;\n ") == [[.integer(1)]])
    }

    @Test func `Too many or too few values are an error`() throws {
        for values in [[], [DatabaseValue.null, .null]] {
            #expect(throws: DatabaseError.self) { try database.query("SELECT ?", values) }
        }
    }

    @Test func `It writes ahead and waits for the disk`() throws {
        #expect(try database.query("PRAGMA journal_mode") == [[.text("wal")]])
        #expect(try database.query("PRAGMA synchronous") == [[.integer(2)]])
    }
}
