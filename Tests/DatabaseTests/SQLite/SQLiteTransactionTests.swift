import Database
import Testing

@Suite struct SQLiteTransactionTests {
    let folder: Folder
    let database: SQLiteDatabase

    init() throws {
        folder = try Folder()
        database = try SQLiteDatabase(path: folder.file("test.db"))
        try database.execute("CREATE TABLE t (v INTEGER PRIMARY KEY)")
    }

    @Test func `What a transaction did stays when it ends well`() throws {
        let result = try database.transaction { () throws(DatabaseError) in
            try database.query("INSERT INTO t VALUES (1)")
            return 7
        }
        #expect(result == 7)
        #expect(!database.isInTransaction)
        #expect(try count() == 1)
    }

    @Test func `What a transaction did is taken back when it throws`() throws {
        let error = #expect(throws: DatabaseError.self) {
            try database.transaction { () throws(DatabaseError) in
                try database.query("INSERT INTO t VALUES (1)")
                try database.query("INSERT INTO t VALUES (1)")
            }
        }
        #expect(error?.code == .constraint)
        #expect(!database.isInTransaction)
        #expect(try count() == 0)
    }

    @Test func `Rows of a transaction that is not committed are gone with the connection`() throws {
        do {
            let other = try SQLiteDatabase(path: folder.file("test.db"))
            try other.begin()
            try other.query("INSERT INTO t VALUES (1)")
        }
        #expect(try count() == 0)
    }

    @Test func `A second writer waits no longer than it is told, a reader does not wait`() throws {
        let other = try SQLiteDatabase(path: folder.file("test.db"), busyTimeout: .milliseconds(20))
        try database.begin()
        try database.query("INSERT INTO t VALUES (1)")
        let error = #expect(throws: DatabaseError.self) { try other.begin() }
        #expect(error?.code == .busy)
        #expect(error?.message.hasPrefix(folder.file("test.db")) == true)
        #expect(try other.query("SELECT count(*) FROM t") == [[.integer(0)]])
        try database.commit()
        try other.transaction { () throws(DatabaseError) in try other.execute("INSERT INTO t VALUES (2)") }
        #expect(try count() == 2)
    }

    @Test func `To roll back without a transaction is nothing`() throws {
        try database.rollback()
    }

    private func count() throws -> Int {
        try Int(database.query("SELECT count(*) FROM t")[0][0].integer ?? -1)
    }
}
