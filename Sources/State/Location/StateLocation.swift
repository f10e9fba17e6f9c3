public import Secrets

/// Where the state is kept.
public enum StateLocation: Sendable, Hashable {
    /// A file.
    case sqlite(path: String)
    /// A server that several machines share; the URL may have a password in it.
    case postgres(url: Secret)

    /// The variable that names a place when `--state` does not.
    public static let variable = "ERRAND_STATE"

    /// The place that the command line names, or else `ERRAND_STATE`, or else `state.db` in ``StateFolder``.
    ///
    /// - Parameter text: `sqlite:PATH`, or `postgres://USER@HOST/DATABASE` without a password: other users of the machine
    ///   see the arguments of a process. `ERRAND_STATE` may have one in it.
    /// - Throws: `invalidLocation`; the message shows no part of a URL.
    public init(_ text: String?, environment: [String: String]) throws(StateError) {
        if let text {
            self = try Self.parse(text, name: "--state")
            if case .postgres(let url) = self, Self.hasPassword(url.reveal()) {
                throw StateError(
                    .invalidLocation,
                    "--state: a password in it is seen by all users of this machine; leave it out and set PGPASSWORD, use "
                        + "~/.pgpass, or put the whole URL into \(Self.variable)")
            }
        } else if let text = environment[Self.variable], !text.isEmpty {
            self = try Self.parse(text, name: Self.variable)
        } else {
            self = .sqlite(path: try StateFolder(environment: environment).database)
        }
    }

    private static func parse(_ text: String, name: String) throws(StateError) -> StateLocation {
        if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") { return .postgres(url: Secret(text)) }
        if text.hasPrefix("sqlite:") {
            let path = String(text.dropFirst("sqlite:".count))
            guard !path.isEmpty, !path.utf8.contains(0) else {
                throw StateError(.invalidLocation, "\(name): a path is missing after sqlite:")
            }
            return .sqlite(path: path)
        }
        throw StateError(
            .invalidLocation, "\(name): sqlite:PATH or postgres://USER@HOST/DATABASE is expected")
    }

    /// Whether there is a password in a URL: after the user's name, or as a parameter.
    private static func hasPassword(_ url: String) -> Bool {
        let rest = url.utf8.drop { $0 != UInt8(ascii: "/") }.dropFirst(2)
        let place = rest.prefix { $0 != UInt8(ascii: "?") }
        let user = place.lastIndex(of: UInt8(ascii: "@")).map { place[..<$0] }
        if user?.contains(UInt8(ascii: ":")) == true { return true }
        let names = rest[place.endIndex...].dropFirst().split(separator: UInt8(ascii: "&"))
            .map { String(decoding: $0.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self).lowercased() }
        // No option's name has to be encoded; one that is may be `password`.
        return names.contains { $0.contains("password") || $0.contains("%") }
    }
}
