import Database
import Secrets
import Testing

@Suite(.needsPostgres) struct PostgresConnectionTests {
    let connection: PostgresConnection

    init() throws {
        connection = try PostgresConnection(url: Secret(PostgresServer.shared().url))
    }

    @Test func `Each kind of value comes back as it went in`() throws {
        try connection.execute("CREATE TEMPORARY TABLE t (i bigint, r double precision, b boolean, s text, d bytea)")
        let rows: [[DatabaseValue]] = [
            [.integer(.min), .real(0.1), .bool(true), .text("é\"'\\ \u{1F600}"), .blob([0, 255, 92])],
            [.integer(.max), .real(-.infinity), .bool(false), .text(""), .blob([])],
            [.null, .null, .null, .null, .null],
        ]
        for row in rows { try connection.query("INSERT INTO t VALUES ($1, $2, $3, $4, $5)", row) }
        #expect(connection.changes == 1)
        #expect(try connection.query("SELECT * FROM t ORDER BY i NULLS LAST") == rows)
    }

    @Test func `Other types come back as text`() throws {
        let row = try connection.query("SELECT 12345678901234567890::numeric, '{\"a\":1}'::jsonb, '2026-01-01'::date")
        #expect(row == [[.text("12345678901234567890"), .text("{\"a\": 1}"), .text("2026-01-01")]])
    }

    @Test func `A text with a NUL cannot be kept`() throws {
        let error = #expect(throws: DatabaseError.self) { try connection.query("SELECT $1::text", [.text("a\0b")]) }
        #expect(error?.sqlState == "22021")
    }

    @Test(arguments: ["plain", "two words", "quote\"d", "select", "Größe", "'", "a;b", "Capitals"])
    func `Any name can be that of a table`(name: String) throws {
        let name = PostgresConnection.quote(name)
        try connection.execute("CREATE TEMPORARY TABLE \(name) (v int); DROP TABLE \(name)")
    }

    @Test func `Errors have the server's code and say what it says`() throws {
        try connection.execute("CREATE TEMPORARY TABLE t (v int PRIMARY KEY); INSERT INTO t VALUES (1)")
        let cases: [(sql: String, code: DatabaseError.Code, state: String)] = [
            ("INSERT INTO t VALUES (1)", .constraint, "23505"), ("SELECT * FROM nowhere", .failed, "42P01"),
            ("SELECT 1/0", .failed, "22012"), ("SET SESSION CHARACTERISTICS AS nonsense", .failed, "42601"),
        ]
        for (sql, code, state) in cases {
            let error = #expect(throws: DatabaseError.self) { try connection.execute(sql) }
            #expect(error?.code == code)
            #expect(error?.sqlState == state)
            #expect(error?.message.contains("\n") == false)
        }
        try connection.execute("SET default_transaction_read_only = on")
        let error = #expect(throws: DatabaseError.self) { try connection.execute("CREATE TABLE u (v int)") }
        #expect(error?.code == .notAllowed)
    }

    @Test func `An error does not quote the values of a record`() throws {
        try connection.execute("CREATE TEMPORARY TABLE t (v text PRIMARY KEY); INSERT INTO t VALUES ('private')")
        let error = #expect(throws: DatabaseError.self) {
            try connection.query("INSERT INTO t VALUES ($1)", [.text("private")])
        }
        #expect(error?.message.contains("private") == false)
    }

    @Test func `What the server remarks is not shown, and the connection works on after an error`() throws {
        try connection.execute("DROP TABLE IF EXISTS none_such")
        #expect(throws: DatabaseError.self) { try connection.execute("nonsense") }
        #expect(try connection.query("SELECT 1") == [[.integer(1)]])
        #expect(connection.isAlive())
    }

    @Test func `A name of the application can be seen, unless the URL has another`() throws {
        let server = try PostgresServer.shared()
        #expect(try connection.query("SHOW application_name") == [[.text("errand")]])
        let other = try PostgresConnection(url: Secret(server.url + "?application_name=nightly"))
        #expect(try other.query("SHOW application_name") == [[.text("nightly")]])
    }

    @Test func `TLS is libpq's: the certificate is checked when the URL says so`() throws {
        let server = try PostgresServer.shared()
        let checked = try PostgresConnection(
            url: Secret(server.url + "?sslmode=verify-full&sslrootcert=\(server.ca)"))
        #expect(checked.isEncrypted)
        let plain = try PostgresConnection(url: Secret(server.url + "?sslmode=disable"))
        #expect(!plain.isEncrypted)
        let error = #expect(throws: DatabaseError.self) {
            try PostgresConnection(url: Secret(server.url + "?sslmode=verify-full&sslrootcert=/dev/null"))
        }
        #expect(error?.code == .cannotOpen)
    }
}
