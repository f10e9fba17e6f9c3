import CPostgres
public import Secrets

/// A connection to a PostgreSQL database.
///
/// It is used from one thread at a time, and what it does blocks that thread. TLS, certificates and further options are
/// libpq's, in the URL or its environment (`sslmode`, `sslrootcert`, PGSSLMODE and so on). A server that is gone is
/// noticed within a minute or so (`keepalives`, `tcp_user_timeout`).
public final class PostgresConnection {
    let handle: OpaquePointer
    let url: PostgresURL
    /// How many rows the last statement has changed, or copied.
    public internal(set) var changes = 0

    /// Connects.
    ///
    /// One waits 10 seconds for each host (`connect_timeout`). Text is UTF-8; `search_path` is as the server has it.
    ///
    /// - Parameters:
    ///   - url: `postgres://USER:PASSWORD@HOST:PORT/DATABASE?OPTION=VALUE`.
    ///   - applicationName: what the server's lists show, unless the URL says something else.
    /// - Throws: `unavailable` without libpq; `cannotOpen` for a wrong URL, no server, or one that refuses. Its message
    ///   has no password.
    public init(url: Secret, applicationName: String = "errand") throws(DatabaseError) {
        if let problem = cpostgres_load() {
            throw DatabaseError(
                .unavailable,
                "libpq cannot be loaded: \(String(cString: problem)); install it (on Debian: libpq5)")
        }
        self.url = try PostgresURL(url)
        // Those before the URL can be changed by it.
        let options = [
            ("connect_timeout", "10"), ("fallback_application_name", applicationName), ("keepalives_idle", "30"),
            ("keepalives_interval", "10"), ("keepalives_count", "3"), ("tcp_user_timeout", "60000"),
            ("dbname", self.url.text), ("client_encoding", "UTF8"),
        ]
        let opened = CStringArray(options.map(\.0)).withPointers { keywords in
            CStringArray(options.map(\.1)).withPointers { values in PQconnectdbParams(keywords, values, 1) }
        }
        guard let opened else { throw DatabaseError(.cannotOpen, "there is no memory for a connection to PostgreSQL") }
        guard PQstatus(opened) == CONNECTION_OK else {
            let message = PostgresConnection.oneLine(String(cString: PQerrorMessage(opened)))
            PQfinish(opened)
            throw DatabaseError(.cannotOpen, self.url.masked(message))
        }
        handle = opened
        cpostgres_silence(opened)
    }

    deinit {
        PQfinish(handle)
    }

    /// The texts of a URL that must not be shown: itself, and its password as it is written and decoded.
    ///
    /// - Throws: nothing; of a URL that cannot be read, or without libpq, it is the URL alone.
    public static func secrets(of url: Secret) -> [Secret] {
        cpostgres_load() == nil ? PostgresURL.secrets(of: url) : [url]
    }

    /// Host, port and database, for messages: `db.example.com:5432/sales`.
    public var place: String {
        let host = PQhost(handle).map { String(cString: $0) } ?? ""
        let port = PQport(handle).map { String(cString: $0) } ?? ""
        let database = PQdb(handle).map { String(cString: $0) } ?? ""
        return "\(host):\(port)/\(database)"
    }

    /// The server's version as a number: 150004 is 15.4.
    public var serverVersion: Int { Int(PQserverVersion(handle)) }

    /// Whether the connection is encrypted.
    public var isEncrypted: Bool { PQsslInUse(handle) != 0 }

    /// Whether a transaction has begun and not ended, also one that has failed and can only be rolled back.
    public var isInTransaction: Bool {
        let status = PQtransactionStatus(handle)
        return status == PQTRANS_INTRANS || status == PQTRANS_INERROR || status == PQTRANS_ACTIVE
    }

    /// Asks the server whether it is still there, and waits for its answer.
    public func isAlive() -> Bool {
        guard PQstatus(handle) == CONNECTION_OK else { return false }
        let result = PQexec(handle, "")
        defer { PQclear(result) }
        return PQresultStatus(result) == PGRES_EMPTY_QUERY && PQstatus(handle) == CONNECTION_OK
    }

    /// The name of a table or column in quotes; a qualified one is quoted part by part.
    public static func quote(_ identifier: String) -> String {
        Identifier.quote(identifier)
    }
}
