import Database
import Secrets
import Testing

@Suite(.needsPostgres) struct PostgresCopyTests {
    let connection: PostgresConnection

    init() throws {
        connection = try PostgresConnection(url: Secret(PostgresServer.shared().url))
        try connection.execute("CREATE TEMPORARY TABLE t (id int, v text)")
    }

    @Test func `Rows may be cut anywhere`() throws {
        let copy = try connection.copyIn("COPY t FROM STDIN")
        for part in ["1\tone\n2\tt", "", "wo\n", "3\t\\N\n"] { try copy.put(Array(part.utf8)) }
        #expect(try copy.finish() == 3)
        #expect(
            try connection.query("SELECT id, v FROM t ORDER BY id") == [
                [.integer(1), .text("one")], [.integer(2), .text("two")], [.integer(3), .null],
            ])
    }

    @Test func `Many rows arrive all`() throws {
        let copy = try connection.copyIn("COPY t (id, v) FROM STDIN (FORMAT csv)")
        let row = Array((0..<100).map { "\($0),\"value, \($0)\"\n" }.joined().utf8)
        for _ in 0..<1000 { try copy.put(row) }
        #expect(try copy.finish() == 100_000)
        #expect(try connection.query("SELECT count(*), sum(id) FROM t") == [[.integer(100_000), .integer(4_950_000)]])
    }

    @Test func `A wrong row is an error with the server's code, and none is there`() throws {
        let copy = try connection.copyIn("COPY t FROM STDIN")
        try copy.put(Array("1\tone\nx\ttwo\n".utf8))
        let error = #expect(throws: DatabaseError.self) { try copy.finish() }
        #expect(error?.sqlState == "22P02")
        #expect(try connection.query("SELECT count(*) FROM t") == [[.integer(0)]])
        #expect(throws: DatabaseError.self) { try copy.put([1]) }
        #expect(throws: DatabaseError.self) { try copy.finish() }
    }

    @Test func `An aborted or dropped one leaves no row, and the connection is free`() throws {
        let copy = try connection.copyIn("COPY t FROM STDIN")
        try copy.put(Array("1\tone\n".utf8))
        copy.abort()
        #expect(try connection.query("SELECT count(*) FROM t") == [[.integer(0)]])
        do {
            let dropped = try connection.copyIn("COPY t FROM STDIN")
            try dropped.put(Array("1\tone\n".utf8))
        }
        #expect(try connection.query("SELECT count(*) FROM t") == [[.integer(0)]])
    }

    @Test(arguments: ["SELECT 1", "COPY nowhere FROM STDIN", "CREATE TEMPORARY TABLE u (v int)", ""])
    func `What is no copy into a table is an error, and the connection is free`(sql: String) throws {
        #expect(throws: DatabaseError.self) { try connection.copyIn(sql) }
        #expect(try connection.query("SELECT 1") == [[.integer(1)]])
    }
}
