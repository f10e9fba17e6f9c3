import CPostgres

/// Rows on their way into a table, in the format that the `COPY … FROM STDIN` names.
///
/// Nothing else can be done with the connection until it is finished or aborted; it is aborted when it is dropped.
/// What the server finds wrong with a row may be thrown by a later `put` or by `finish`.
public final class PostgresCopy {
    private let connection: PostgresConnection
    private var isOver = false

    init(_ connection: PostgresConnection) {
        self.connection = connection
    }

    deinit {
        try? end(message: "it was not finished")
    }

    /// Sends bytes; rows may be cut anywhere.
    public func put(_ bytes: UnsafeRawBufferPointer) throws(DatabaseError) {
        guard !isOver else { throw DatabaseError(.failed, "this COPY is over") }
        var rest = bytes
        while !rest.isEmpty {
            // libpq counts in 32 bits.
            let part = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 20))
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(part.count))
            let sent = PQputCopyData(
                connection.handle, part.assumingMemoryBound(to: CChar.self).baseAddress, CInt(part.count))
            guard sent == 1 else {
                isOver = true
                throw connection.error(of: nil)
            }
        }
    }

    /// Sends bytes; rows may be cut anywhere.
    public func put(_ bytes: [UInt8]) throws(DatabaseError) {
        // A closure of the standard library's cannot throw a type of ours.
        let result = bytes.withUnsafeBytes { bytes in
            Result { () throws(DatabaseError) in try put(bytes) }
        }
        try result.get()
    }

    /// Ends it and waits until the server has taken all rows.
    ///
    /// - Returns: how many rows it has taken.
    @discardableResult
    public func finish() throws(DatabaseError) -> Int {
        guard !isOver else { throw DatabaseError(.failed, "this COPY is over") }
        try end(message: nil)
        return connection.changes
    }

    /// Ends it and takes no row; the transaction that it is part of has failed by that.
    public func abort() {
        // That it was aborted is what the server answers.
        try? end(message: "it was aborted")
    }

    private func end(message: String?) throws(DatabaseError) {
        guard !isOver else { return }
        isOver = true
        guard PQputCopyEnd(connection.handle, message) == 1 else { throw connection.error(of: nil) }
        var problem: DatabaseError?
        while let result = PQgetResult(connection.handle) {
            defer { PQclear(result) }
            do {
                try connection.finish(result)
            } catch {
                problem = problem ?? error
            }
            // Of a connection that is lost each further result may be such an error.
            if PQstatus(connection.handle) == CONNECTION_BAD { break }
        }
        if let problem { throw problem }
    }
}

extension PostgresConnection {
    /// Begins to copy rows into a table: `COPY name (columns) FROM STDIN`.
    public func copyIn(_ sql: String) throws(DatabaseError) -> PostgresCopy {
        guard !sql.utf8.contains(0) else { throw DatabaseError(.failed, "a statement has a NUL in it") }
        let result = PQexec(handle, sql)
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COPY_IN else {
            guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw error(of: result) }
            throw DatabaseError(.failed, "this statement is no COPY … FROM STDIN")
        }
        return PostgresCopy(self)
    }
}
