/// Why an output cannot be written.
public struct SinkError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of failure it is; others may be added.
    public struct Code: RawRepresentable, Sendable, Hashable {
        /// The name of the kind.
        public let rawValue: String

        /// A kind of failure by its name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The target, or what is to be done with it, cannot be.
        public static let unsuitable = Code(rawValue: "unsuitable")
        /// The path would leave the output folder.
        public static let outsideFolder = Code(rawValue: "outside_folder")
        /// The system does not allow it: permissions, or a file system that is read only.
        public static let notAllowed = Code(rawValue: "not_allowed")
        /// The disk, or what the user may use of it, is full.
        public static let noSpace = Code(rawValue: "no_space")
        /// Nobody reads the other end any more; a command may end quietly.
        public static let brokenPipe = Code(rawValue: "broken_pipe")
        /// Another run or program uses the file.
        public static let busy = Code(rawValue: "busy")
        /// A record does not fit the format or the columns.
        public static let unfitRecord = Code(rawValue: "unfit_record")
        /// A library that is needed is not installed.
        public static let unavailable = Code(rawValue: "unavailable")
        /// Another run has taken over the job meanwhile.
        public static let overtaken = Code(rawValue: "overtaken")
        /// Anything else that the system reports.
        public static let failed = Code(rawValue: "failed")
    }

    /// What was being done.
    public enum Operation: String, Sendable, Hashable {
        case open, read, write, finish, publish, rollback
    }

    /// What kind of failure it is.
    public let code: Code
    /// The file, or `stdout`.
    public let path: String
    /// What was being done.
    public let operation: Operation
    /// What is wrong, in a few words.
    public let message: String
    /// What to do about it.
    public let advice: String?

    /// An error from its parts.
    public init(_ code: Code, path: String, operation: Operation, message: String, advice: String? = nil) {
        self.code = code
        self.path = path
        self.operation = operation
        self.message = message
        self.advice = advice
    }

    /// One line: what could not be done, and why.
    public var description: String {
        let action =
            switch operation {
            case .open, .write: "cannot write"
            case .read: "cannot read"
            case .finish: "cannot finish writing"
            case .publish: "cannot publish"
            case .rollback: "cannot take back"
            }
        return "\(action) \(path): \(message)"
    }
}
