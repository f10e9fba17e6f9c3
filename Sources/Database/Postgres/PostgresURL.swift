import CPostgres
import Secrets

/// A URL of a PostgreSQL database, and what of it is secret.
struct PostgresURL {
    /// The whole URL; each text that could be a password of it, longest first.
    let text: String
    private let secrets: [String]

    /// Looks at a URL, without connecting.
    ///
    /// libpq takes what is not written in it from its own environment and files (PGPASSWORD, `~/.pgpass`).
    init(_ url: Secret) throws(DatabaseError) {
        text = url.reveal()
        let isURL = text.hasPrefix("postgres://") || text.hasPrefix("postgresql://")
        guard isURL, !text.utf8.contains(0) else {
            throw DatabaseError(
                .cannotOpen, "this is no URL of PostgreSQL: postgres://USER:PASSWORD@HOST:PORT/DATABASE is expected")
        }
        guard let options = PostgresURL.options(of: text), PostgresURL.isPlausible(text, options) else {
            // What libpq says quotes the URL, and in a wrong one it is not known where the password is.
            throw DatabaseError(
                .cannotOpen,
                "the URL of PostgreSQL cannot be read: postgres://USER:PASSWORD@HOST:PORT/DATABASE?OPTION=VALUE is expected; "
                    + "characters such as @ / : % in a user or password have to be percent-encoded")
        }
        let authority = text.drop { $0 != ":" }.dropFirst(3).prefix { $0 != "/" }
        // Without a user what follows a colon is the port.
        let user = authority.contains("@") ? authority.prefix { $0 != "@" } : ""
        let written = user.drop { $0 != ":" }.dropFirst()
        secrets = [text, String(written), options["password"] ?? "", options["sslpassword"] ?? ""]
            .filter { !$0.isEmpty }
    }

    /// The URL and its passwords, as written and decoded: what must not be shown.
    static func secrets(of url: Secret) -> [Secret] {
        guard let parsed = try? PostgresURL(url) else { return [url] }
        return parsed.secrets.map { Secret($0) }
    }

    /// The text without any password in it.
    func masked(_ message: String) -> String {
        var message = message
        for secret in secrets.sorted(by: { $0.utf8.count > $1.utf8.count }) {
            message = PostgresURL.mask(secret, in: message)
        }
        return message
    }
}

extension PostgresURL {
    /// The options that a URL sets; nil for one that libpq cannot read.
    private static func options(of text: String) -> [String: String]? {
        var message: UnsafeMutablePointer<CChar>?
        let parsed = PQconninfoParse(text, &message)
        if let message { PQfreemem(message) }
        guard let parsed else { return nil }
        defer { PQconninfoFree(parsed) }
        var options: [String: String] = [:]
        var next = parsed
        while let keyword = next.pointee.keyword {
            if let value = next.pointee.val { options[String(cString: keyword)] = String(cString: value) }
            next += 1
        }
        return options
    }

    /// Whether no part of a password with an unencoded `/` or `@` was taken for something else.
    private static func isPlausible(_ text: String, _ options: [String: String]) -> Bool {
        let port = options["port"] ?? ""
        guard port.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2c }) else { return false }
        let rest = text.drop { $0 != ":" }.dropFirst(3)
        let path = rest.drop { $0 != "/" }.prefix { $0 != "?" }
        return !path.contains("@") && rest.prefix { $0 != "/" && $0 != "?" }.count { $0 == "@" } <= 1
    }

    private static func mask(_ secret: String, in message: String) -> String {
        let needle = Array(secret.utf8)
        let bytes = Array(message.utf8)
        var masked: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index...].starts(with: needle) {
                masked += Array(Redactor.mask.utf8)
                index += needle.count
            } else {
                masked.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: masked, as: UTF8.self)
    }
}
