import Testing

/// What a provider's job is given so that it runs against DemoAPI's stand-in, and what it is refused with.
struct ProviderCase: Sendable, CustomTestStringConvertible {
    /// A value that a job gets.
    enum Value: Sendable, ExpressibleByStringLiteral {
        /// As it is.
        case text(String)
        /// A URL of the stand-in: what follows `/providers`.
        case standIn(String)
        /// The private key whose public half the stand-in knows.
        case key
        /// Another private key.
        case foreignKey

        init(stringLiteral value: String) { self = .text(value) }
    }

    /// A run that gets no token, and what the message says then.
    struct Refusal: Sendable {
        /// The variables that are other than in the good run.
        var environment: [String: Value]
        /// Parts of the message.
        var message: [String]
    }

    /// The preset's name, and the job's.
    let name: String
    let environment: [String: Value]
    /// The inputs; every job but two has a page size besides.
    var inputs: [String: Value] = [:]
    var pageSize: Int? = 2
    let refusal: Refusal

    var testDescription: String { name }

    /// The job, from the repository's folder.
    var job: String { "Jobs/providers/\(name).yaml" }

    /// The ids of the clients that the stand-ins know, with the same key and secret.
    static let clients = ["app", "MYORG-REPORTING.ERRAND"]
    static let secret = "app-secret-1906"
    static let refreshToken = "Atzr|the-sellers-refresh-token"
}
