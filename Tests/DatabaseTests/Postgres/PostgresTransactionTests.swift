import Database
import Secrets
import Testing

@Suite(.needsPostgres) struct PostgresTransactionTests {
    let connection: PostgresConnection

    init() throws {
        connection = try PostgresConnection(url: Secret(PostgresServer.shared().url))
        try connection.execute("CREATE TEMPORARY TABLE t (v int PRIMARY KEY)")
    }

    @Test func `What a transaction did stays when it ends well`() throws {
        let result = try connection.transaction { () throws(DatabaseError) in
            try connection.query("INSERT INTO t VALUES ($1)", [.integer(1)])
            return connection.isInTransaction
        }
        #expect(result)
        #expect(!connection.isInTransaction)
        #expect(try count() == 1)
    }

    @Test func `What a transaction did is taken back when it throws`() throws {
        let error = #expect(throws: DatabaseError.self) {
            try connection.transaction { () throws(DatabaseError) in
                try connection.execute("INSERT INTO t VALUES (1)")
                try connection.execute("INSERT INTO t VALUES (1)")
            }
        }
        #expect(error?.code == .constraint)
        #expect(!connection.isInTransaction)
        #expect(try count() == 0)
    }

    @Test func `A transaction that has failed cannot be committed`() throws {
        try connection.begin()
        try connection.execute("INSERT INTO t VALUES (1)")
        #expect(throws: DatabaseError.self) { try connection.execute("SELECT 1/0") }
        let error = #expect(throws: DatabaseError.self) { try connection.commit() }
        #expect(error?.sqlState == "25P02")
        #expect(!connection.isInTransaction)
        #expect(try count() == 0)
    }

    @Test func `A lock that another has is busy`() throws {
        let other = try PostgresConnection(url: Secret(PostgresServer.shared().url))
        try connection.query("SELECT pg_advisory_lock(7001)")
        try other.execute("SET lock_timeout = 20")
        let error = #expect(throws: DatabaseError.self) { try other.query("SELECT pg_advisory_lock(7001)") }
        #expect(error?.code == .busy)
    }

    @Test func `A connection that the server ends is lost`() throws {
        let other = try PostgresConnection(url: Secret(PostgresServer.shared().url))
        let pid = try other.query("SELECT pg_backend_pid()")[0][0]
        try other.begin()
        // Waits until it has ended.
        try connection.query("SELECT pg_terminate_backend($1, 10000)", [pid])
        let error = #expect(throws: DatabaseError.self) { try other.commit() }
        #expect(error?.code == .lost)
        #expect(!other.isAlive())
        #expect(throws: DatabaseError.self) { try other.query("SELECT 1") }
        #expect(connection.isAlive())
    }

    private func count() throws -> Int {
        try Int(connection.query("SELECT count(*) FROM t")[0][0].integer ?? -1)
    }
}
