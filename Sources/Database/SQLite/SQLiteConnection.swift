import CSQLite

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// SQLite's handle of an open file, which its statements keep alive.
final class SQLiteConnection {
    let path: String
    let handle: OpaquePointer

    init(path: String, access: SQLiteDatabase.Access, isPrivate: Bool) throws(DatabaseError) {
        if let problem = csqlite_load() {
            throw DatabaseError(
                .unavailable,
                "SQLite cannot be loaded: \(String(cString: problem)); install it (on Debian: libsqlite3-0)")
        }
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw DatabaseError(.cannotOpen, "the path of a database is empty or has a NUL in it")
        }
        if isPrivate, access == .create {
            // SQLite gives its other files the mode of this one. That it cannot be made is SQLite's to tell.
            let file = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
            if file >= 0 { close(file) }
        }
        let rights =
            switch access {
            case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
            case .existing: SQLITE_OPEN_READWRITE
            case .readOnly: SQLITE_OPEN_READONLY
            }
        // `:memory:` would be a database that is gone with the program.
        let name = path.hasPrefix(":") ? "./" + path : path
        var opened: OpaquePointer?
        let result = sqlite3_open_v2(name, &opened, rights | SQLITE_OPEN_NOMUTEX, nil)
        guard result == SQLITE_OK, let opened else {
            let error = SQLiteConnection.error(result, opened, path: path)
            sqlite3_close_v2(opened)
            throw error
        }
        self.path = path
        handle = opened
        sqlite3_extended_result_codes(opened, 1)
    }

    deinit {
        sqlite3_close_v2(handle)
    }

    /// Runs statements, separated by semicolons.
    func execute(_ sql: String) throws(DatabaseError) {
        guard !sql.utf8.contains(0) else { throw DatabaseError(.failed, "\(path): a statement has a NUL in it") }
        let result = sqlite3_exec(handle, sql, nil, nil, nil)
        guard result == SQLITE_OK else { throw error(result) }
    }

    /// The error of the last call.
    func error(_ result: CInt) -> DatabaseError {
        SQLiteConnection.error(result, handle, path: path)
    }
}
