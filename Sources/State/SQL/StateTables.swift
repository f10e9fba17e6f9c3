import Database
import JSON

/// The state in the tables of a database.
struct StateTables {
    let session: any SQLSession
    let dialect: SQLDialect
    /// The file or server, for messages.
    let place: String

    /// Runs a statement.
    @discardableResult
    func query(_ sql: String, _ values: [DatabaseValue] = []) throws(StateError) -> [[DatabaseValue]] {
        do {
            return try session.query(sql, values)
        } catch {
            throw StateError(error)
        }
    }

    /// Does something in a transaction, which is taken back when it throws.
    func transaction<Result>(_ body: () throws(StateError) -> Result) throws(StateError) -> Result {
        do {
            try session.execute(dialect.begin)
        } catch {
            throw StateError(error)
        }
        do {
            let result = try body()
            try commit()
            return result
        } catch {
            // The first error says what is wrong; a connection that ends takes back what this one cannot.
            try? session.rollback()
            throw error
        }
    }

    private func commit() throws(StateError) {
        do {
            try session.commit()
        } catch {
            throw StateError(error)
        }
    }

    /// The time that rows get.
    var now: DatabaseValue { .text(Instant.now.timestamp) }

    /// The values of a scope's three columns.
    func values(_ scope: StateScope) -> [DatabaseValue] {
        [.text(scope.job), .text(scope.call), .text(scope.key)]
    }

    /// Refuses names that an index cannot take.
    func check(_ scope: StateScope, name: String = "") throws(StateError) {
        let length = scope.job.utf8.count + scope.call.utf8.count + scope.key.utf8.count + name.utf8.count
        guard length <= StateLimits.names else {
            throw StateError(
                .failed,
                "\(place): the names of job '\(scope.job.prefix(60))', call '\(scope.call.prefix(60))', its key and "
                    + "entry are longer than \(StateLimits.names) bytes together")
        }
    }

    /// The text of a value that is to be kept.
    func text(_ value: JSONValue, of scope: StateScope) throws(StateError) -> DatabaseValue {
        let text = value.serialized()
        guard text.utf8.count <= StateLimits.value else {
            throw StateError(
                .failed,
                "\(place): what call '\(scope.call.prefix(60))' of job '\(scope.job.prefix(60))' wants to keep is larger "
                    + "than \(StateLimits.value >> 20) MiB")
        }
        return .text(text)
    }

    /// Reads a value that was kept.
    func value(_ column: DatabaseValue, of scope: StateScope) throws(StateError) -> JSONValue {
        if let bytes = column.bytes, let value = try? JSONValue(parsing: bytes) { return value }
        throw damaged(scope)
    }

    /// That a row cannot be read.
    func damaged(_ scope: StateScope) -> StateError {
        StateError(
            .damaged,
            "\(place): what is kept of call '\(scope.call)' of job '\(scope.job)' cannot be read; `errand state reset` "
                + "forgets it")
    }
}

extension StateError {
    /// What a failure of the database means for the state.
    init(_ error: DatabaseError) {
        let code: Code =
            switch error.code {
            case .unavailable: .unavailable
            case .cannotOpen: .cannotOpen
            case .busy: .busy
            case .full: .full
            case .notAllowed: .notAllowed
            case .lost: .lost
            case .constraint, .failed: .failed
            }
        self.init(code, "the state: \(error.message)")
    }
}
