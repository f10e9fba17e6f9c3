import CSQLite

/// The columns of the row that the last step came to, counted from 0.
extension SQLiteStatement {
    /// How many columns a row has; 0 for a statement without rows.
    public var columnCount: Int { Int(sqlite3_column_count(handle)) }

    /// The name of a column.
    public func columnName(_ index: Int) -> String {
        sqlite3_column_name(handle, CInt(clamping: index)).map { String(cString: $0) } ?? ""
    }

    /// The value of a column; null for one that there is not.
    public func column(_ index: Int) -> DatabaseValue {
        let index = CInt(clamping: index)
        switch sqlite3_column_type(handle, index) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, index))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(handle, index))
        case SQLITE_TEXT: return .text(withBytes(of: Int(index)) { String(decoding: $0, as: UTF8.self) })
        case SQLITE_BLOB: return .blob(withBytes(of: Int(index)) { [UInt8]($0) })
        default: return .null
        }
    }

    /// The bytes of a text or blob without a copy; those of a number's spelling; none for no value.
    ///
    /// They are gone after the next step.
    public func withBytes<T>(of index: Int, _ body: (UnsafeRawBufferPointer) -> T) -> T {
        let index = CInt(clamping: index)
        let isBlob = sqlite3_column_type(handle, index) == SQLITE_BLOB
        let start = isBlob ? sqlite3_column_blob(handle, index) : UnsafeRawPointer(sqlite3_column_text(handle, index))
        let count = Int(sqlite3_column_bytes(handle, index))
        return body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
    }
}
