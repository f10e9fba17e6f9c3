import JSON
import JSONPath
import JobFile

/// Reads what a command printed: a bare token, or JSON of one of the usual shapes.
struct ExecOutput: Sendable {
    /// The members that hold a token and its life, by who prints them.
    private struct Shape {
        let token: [String]
        var expiresIn: [String]?
        var expiresAt: [String]?
    }

    private static let shapes = [
        // RFC 6749, section 5.1.
        Shape(token: ["access_token"], expiresIn: ["expires_in"], expiresAt: ["expires_at"]),
        // Kubernetes' client.authentication.k8s.io ExecCredential.
        Shape(token: ["status", "token"], expiresAt: ["status", "expirationTimestamp"]),
        // Google's executable-sourced credentials.
        Shape(token: ["id_token"], expiresAt: ["expiration_time"]),
        // az account get-access-token; its expiresOn is a local time, its expires_on none.
        Shape(token: ["accessToken"], expiresAt: ["expires_on"]),
        Shape(token: ["token"], expiresIn: ["expires_in"], expiresAt: ["expires_at"]),
    ]

    /// Where the job says that things stand.
    let paths: TokenAnswerPaths

    /// The token that was printed.
    func token(in bytes: [UInt8]) throws(TokenProblem) -> FoundToken {
        let text = try Self.trimmed(bytes)
        let isJSON = text.utf8.first { $0 > 0x20 }.map { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "\"") } ?? false
        guard isJSON || paths.token != nil else { return try FoundToken(text) }
        let body: JSONNode
        do throws(JSONSyntaxError) {
            body = try JSONDocument(Array(text.utf8)).root
        } catch {
            throw .notJSON(error)
        }
        if let path = paths.token {
            return try located(FoundToken(path.first(in: body), at: path.text, in: body), in: body)
        }
        // Some commands print the token as a JSON text.
        if let text = body.string { return try FoundToken(text) }
        if body["success"]?.bool == false { throw .refusal(ServerError(body)) }
        for shape in Self.shapes {
            guard let node = body.member(shape.token), !node.isNull else { continue }
            var found = try FoundToken(node, at: shape.token.joined(separator: "."), in: body)
            found.expiresIn = shape.expiresIn.flatMap(body.member)
            found.expiresAt = shape.expiresAt.flatMap(body.member)
            return located(found, in: body)
        }
        throw .noToken(place: "access_token", members: body.members.map(\.name))
    }

    /// The same token with the life that the job's paths lead to.
    private func located(_ found: FoundToken, in body: JSONNode) -> FoundToken {
        var found = found
        if let path = paths.expiresIn { found.expiresIn = path.first(in: body) }
        if let path = paths.expiresAt { found.expiresAt = path.first(in: body) }
        return found
    }

    /// The text without the line break that most commands end their output with.
    private static func trimmed(_ bytes: [UInt8]) throws(TokenProblem) -> String {
        guard var text = String(validating: bytes, as: UTF8.self) else { throw .tokenCannotBeSent }
        // To Swift the two of a line break `\r\n` are one character.
        if text.last == "\r\n" || text.last == "\n" { text.removeLast() }
        guard text.utf8.contains(where: { $0 > 0x20 }) else { throw .empty }
        return text
    }
}

extension JSONNode {
    fileprivate func member(_ names: [String]) -> JSONNode? {
        names.reduce(self) { node, name in node?[name] }
    }
}
