import Database

/// Why the rows of a stage could not be brought into their table.
enum TableChangeFailure: Error {
    case database(DatabaseError)
    /// What is wrong with the table, and what to do about it.
    case table(String, advice: String)

    /// Does something with the database.
    static func wrapping<Result>(
        _ body: () throws(DatabaseError) -> Result
    ) throws(TableChangeFailure) -> Result {
        do throws(DatabaseError) {
            return try body()
        } catch {
            throw .database(error)
        }
    }

    /// Several rows of a table that was made by others have the same key.
    static func double(_ names: [String]) -> TableChangeFailure {
        .table(
            "several of its rows have the same \(names.map { "'\($0)'" }.joined(separator: ", "))",
            advice: "remove what is double in it, or merge by other fields")
    }
}

extension SinkError {
    /// Why a table could not be changed.
    init(_ failure: TableChangeFailure, path: String) {
        switch failure {
        case .database(let error): self.init(error, path: path, operation: .publish)
        case .table(let message, let advice):
            self.init(.unsuitable, path: path, operation: .publish, message: message, advice: advice)
        }
    }
}
