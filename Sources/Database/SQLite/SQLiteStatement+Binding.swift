import CSQLite

/// Values for the places of a statement, which are counted from 1.
extension SQLiteStatement {
    /// How many places there are.
    public var placeCount: Int { Int(sqlite3_bind_parameter_count(handle)) }

    /// Gives all places their values.
    ///
    /// - Throws: also when there are not as many values as places.
    public func bind(_ values: [DatabaseValue]) throws(DatabaseError) {
        guard values.count == placeCount else {
            throw DatabaseError(
                .failed, "\(connection.path): \(values.count) values for \(placeCount) places of a statement")
        }
        for (offset, value) in values.enumerated() {
            try bind(value, at: offset + 1)
        }
    }

    /// Gives a place a value, of which SQLite keeps a copy.
    public func bind(_ value: DatabaseValue, at place: Int) throws(DatabaseError) {
        switch value {
        case .null: try bindNull(at: place)
        case .bool(let value): try bindInteger(value ? 1 : 0, at: place)
        case .integer(let value): try bindInteger(value, at: place)
        case .real(let value): try bindReal(value, at: place)
        case .text(var value): try check(value.withUTF8 { bindText(UnsafeRawBufferPointer($0), place, copies: true) })
        case .blob(let value): try check(value.withUnsafeBytes { bindBlob($0, place, copies: true) })
        }
    }

    /// Gives a place no value.
    public func bindNull(at place: Int) throws(DatabaseError) {
        try check(sqlite3_bind_null(handle, CInt(clamping: place)))
    }

    /// Gives a place a whole number.
    public func bindInteger(_ value: Int64, at place: Int) throws(DatabaseError) {
        try check(sqlite3_bind_int64(handle, CInt(clamping: place), value))
    }

    /// Gives a place a number in floating point.
    public func bindReal(_ value: Double, at place: Int) throws(DatabaseError) {
        try check(sqlite3_bind_double(handle, CInt(clamping: place), value))
    }

    /// Gives a place text in UTF-8.
    ///
    /// - Parameter copies: whether SQLite keeps a copy; without, which is the default, the bytes must stay where they are
    ///   until the statement has run to its end and the place is bound anew or `clear` is called.
    public func bindText(
        _ bytes: UnsafeRawBufferPointer, at place: Int, copies: Bool = false
    ) throws(DatabaseError) {
        try check(bindText(bytes, place, copies: copies))
    }

    /// Gives a place bytes; `copies` as for text.
    public func bindBlob(
        _ bytes: UnsafeRawBufferPointer, at place: Int, copies: Bool = false
    ) throws(DatabaseError) {
        try check(bindBlob(bytes, place, copies: copies))
    }

    /// Takes all values away.
    public func clear() {
        sqlite3_clear_bindings(handle)
    }

    private func bindText(_ bytes: UnsafeRawBufferPointer, _ place: Int, copies: Bool) -> CInt {
        csqlite_bind_text(handle, CInt(clamping: place), bytes.baseAddress, bytes.count, copies)
    }

    private func bindBlob(_ bytes: UnsafeRawBufferPointer, _ place: Int, copies: Bool) -> CInt {
        csqlite_bind_blob(handle, CInt(clamping: place), bytes.baseAddress, bytes.count, copies)
    }

    private func check(_ result: CInt) throws(DatabaseError) {
        guard result == SQLITE_OK else { throw connection.error(result) }
    }
}
