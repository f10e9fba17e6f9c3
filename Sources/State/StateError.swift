/// Why the state could not be read or kept.
///
/// Its message names the file or the server, and never holds a password.
public struct StateError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of failure it is.
    public enum Code: String, Sendable, Hashable {
        /// The library that speaks to the database is not installed.
        case unavailable
        /// What `--state` or `ERRAND_STATE` says names no place for the state.
        case invalidLocation
        /// The state cannot be opened: it is not there, is something else, or the server does not answer.
        case cannotOpen
        /// What is kept cannot be read any more.
        case damaged
        /// It was written by a newer version of errand.
        case newer
        /// Other processes kept it busy for longer than one waits.
        case busy
        /// The disk, or what the user may use of it, is full.
        case full
        /// The user may not read or write it.
        case notAllowed
        /// Another holder has taken the job's lease over; nothing was written.
        case overtaken
        /// The connection has ended, and could not be made again.
        case lost
        /// The wait for a lock was cancelled.
        case cancelled
        /// Anything else.
        case failed
    }

    /// What kind of failure it is.
    public let code: Code
    /// What is wrong, in one line, and what to try.
    public let message: String

    /// An error from its parts.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// That another holder has taken over a job's lease.
    public static func overtaken(job: String) -> StateError {
        StateError(
            .overtaken,
            "another machine has taken over job '\(job)', because this one did not renew its lease in time; nothing was written"
        )
    }

    /// Its message.
    public var description: String { message }
}
