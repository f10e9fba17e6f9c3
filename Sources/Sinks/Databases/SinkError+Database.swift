import Database

extension SinkError {
    /// What a database says about a table.
    init(_ error: DatabaseError, path: String, operation: Operation) {
        let (code, advice): (Code, String?) =
            switch error.code {
            case .unavailable: (.unavailable, nil)
            case .cannotOpen: (.unsuitable, nil)
            case .busy: (.busy, "run again when the other program has done its work")
            case .full: (.noSpace, nil)
            case .notAllowed: (.notAllowed, nil)
            case .constraint: (.unfitRecord, "see which rule of the table the records break")
            case .lost: (.failed, "run again: the next run goes on from what the database has")
            case .failed: (.failed, nil)
            }
        self.init(code, path: path, operation: operation, message: error.message, advice: advice)
    }

    /// Does something with a database, and says what it says when it fails.
    static func wrapping<Result>(
        _ operation: Operation, _ path: String, _ body: () throws(DatabaseError) -> Result
    ) throws(SinkError) -> Result {
        do throws(DatabaseError) {
            return try body()
        } catch {
            throw SinkError(error, path: path, operation: operation)
        }
    }
}
