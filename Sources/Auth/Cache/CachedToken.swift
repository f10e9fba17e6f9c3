import HTTP
import JSON
import Secrets

/// A token as it stands in its file.
struct CachedToken {
    private static let version = 1
    /// A larger file holds no token.
    static let fileLimit = 1 << 20
    /// How long a token is kept whose end nobody knows.
    ///
    /// Long enough for processes that start together, and short enough that a token which was revoked meanwhile does not
    /// fail each run's first request.
    static let unknownLife: Double = 300

    /// The token, as it is used.
    let held: HeldToken

    /// The file of a token.
    ///
    /// - Parameter key: the name of the file: one that was renamed holds the token of somebody else.
    static func bytes(of held: HeldToken, key: String) -> [UInt8]? {
        let token = held.credential.token
        guard case .header(let header) = held.credential.place, let obtained = JSONNumber(held.life.start.wall) else {
            return nil
        }
        var members: [JSONMember] = [
            JSONMember(name: "version", value: .number(JSONNumber(version))),
            JSONMember(name: "key", value: .string(key)),
            JSONMember(name: "obtained_at", value: .number(obtained)),
            JSONMember(name: "expires_at", value: held.life.end.flatMap(JSONNumber.init).map { .number($0) } ?? .null),
            JSONMember(name: "token", value: .string(token.value.reveal())),
            JSONMember(name: "header", value: .string(header)),
            JSONMember(name: "scheme", value: .string(token.scheme)),
        ]
        if let scope = token.scope {
            members.append(JSONMember(name: "scope", value: .array(scope.map { .string($0) })))
        }
        members.append(JSONMember(name: "members", value: withoutRefreshToken(token.members)))
        var bytes: [UInt8] = []
        JSONValue.object(members).write(to: &bytes)
        return bytes.count <= fileLimit ? bytes : nil
    }

    /// It has a place of its own, and nothing reads it from here.
    private static func withoutRefreshToken(_ members: JSONValue) -> JSONValue {
        guard case .object(let members) = members else { return .object([]) }
        return .object(members.filter { $0.name != "refresh_token" })
    }

    /// Reads a file; nil for one that is broken, of another version, of another key, from the future or expired.
    ///
    /// - Parameter margin: how long before its end a token is renewed.
    init?(_ bytes: [UInt8], key: String, margin: Duration?, at now: Moment) {
        guard let root = try? JSONDocument(bytes).root, root["version"]?.number?.int == Self.version,
            root["key"]?.string == key, let obtained = root["obtained_at"]?.number?.double, obtained <= now.wall,
            let token = root["token"]?.string, !token.isEmpty, let header = root["header"]?.string,
            let scheme = root["scheme"]?.string, let expires = root["expires_at"]
        else { return nil }
        let end = expires.number?.double
        guard expires.isNull || end != nil, obtained.isFinite else { return nil }
        let age = now.wall - obtained
        if end == nil, age > Self.unknownLife { return nil }
        let start = Moment(monotonic: now.monotonic - .seconds(min(age, TokenLife.longest)), wall: obtained)
        let scope = root["scope"].map { $0.elements.compactMap(\.string) }
        let life = TokenLife(from: start, seconds: end.map { $0 - obtained }, margin: margin)
        let credential = Credential(
            Token(
                value: Secret(token), header: header, scheme: scheme, expiresAt: life.end, scope: scope,
                members: root["members"]?.value ?? .object([])))
        guard credential.problem == nil, !life.isDue(at: now) else { return nil }
        held = HeldToken(credential: credential, life: life)
    }

    /// What must not be shown of it.
    var secrets: [Secret] {
        let token = held.credential.token
        var bytes: [UInt8] = []
        token.members.write(to: &bytes)
        let members = AnswerSecrets(tokenPath: nil).all(in: HTTPResponse(status: 200, body: bytes))
        return [token.value, token.fieldValue] + members
    }
}
