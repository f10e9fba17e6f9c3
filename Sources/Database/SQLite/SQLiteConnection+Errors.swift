import CSQLite

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

extension SQLiteConnection {
    /// What a result code means.
    static func error(_ result: CInt, _ handle: OpaquePointer?, path: String) -> DatabaseError {
        let system = handle.map { sqlite3_system_errno($0) } ?? 0
        var message = String(cString: handle.map { sqlite3_errmsg($0) } ?? sqlite3_errstr(result))
        let code = code(of: result, system: system)
        switch result & 0xff {
        case SQLITE_NOTADB:
            message = "the file is no SQLite database, or an encrypted one"
        case SQLITE_CORRUPT:
            message += "; the file is damaged: put a copy of it in its place"
        case SQLITE_CANTOPEN, SQLITE_IOERR:
            if system != 0 { message += ": \(String(cString: strerror(system)))" }
        default: break
        }
        return DatabaseError(code, "\(path): \(message)")
    }

    private static func code(of result: CInt, system: CInt) -> DatabaseError.Code {
        switch result & 0xff {
        case SQLITE_BUSY, SQLITE_LOCKED: .busy
        case SQLITE_FULL: .full
        // The file that SQLite shares between processes is grown by another call than the others.
        case SQLITE_IOERR: system == ENOSPC || system == EDQUOT ? .full : .failed
        case SQLITE_CANTOPEN: system == EACCES || system == EPERM || system == EROFS ? .notAllowed : .cannotOpen
        case SQLITE_NOTADB, SQLITE_CORRUPT: .cannotOpen
        case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH: .notAllowed
        case SQLITE_CONSTRAINT: .constraint
        default: .failed
        }
    }
}
