/// Why a database did not do what it was asked.
///
/// Its message never holds a password, nor a value of a record that the program bound.
public struct DatabaseError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of failure it is.
    public enum Code: String, Sendable, Hashable {
        /// The library that speaks to the database is not installed.
        case unavailable
        /// There is no such database, it is none, it is damaged, or it refuses who asks.
        case cannotOpen
        /// Another program uses it, and did so for longer than one waits; or the transaction lost against another.
        case busy
        /// The disk, or what the user may use of it, is full.
        case full
        /// The user may not do this, or the database can only be read.
        case notAllowed
        /// A rule of the database's own tables forbids it.
        case constraint
        /// The connection has ended; whether a transaction that was being committed has taken place is not known.
        case lost
        /// Anything else: a wrong statement, a value of a wrong type.
        case failed
    }

    /// What kind of failure it is.
    public let code: Code
    /// What is wrong, in one line; the file of SQLite, or the host of PostgreSQL when there is no connection, stands in it.
    public let message: String
    /// The five characters with which PostgreSQL classifies it; nil for SQLite and when the server said nothing.
    public let sqlState: String?

    /// An error from its parts.
    public init(_ code: Code, _ message: String, sqlState: String? = nil) {
        self.code = code
        self.message = message
        self.sqlState = sqlState
    }

    /// Its message.
    public var description: String { message }
}
