import HTTP
import JSON
import JobFile
import Secrets

/// A token that was found in an answer of the job's own kind, with what the answer says about it.
struct FoundToken: Sendable {
    /// The token.
    let text: String
    /// Its life in seconds, if the answer says it.
    var expiresIn: JSONNode?
    /// The instant at which it expires, if the answer says it.
    var expiresAt: JSONNode?
    /// The answer without the token.
    var members = JSONValue.object([])

    /// Finds a token where it should be.
    ///
    /// - Parameters:
    ///   - node: what stands there.
    ///   - place: where that is, in words.
    ///   - body: the whole answer, for what is said when nothing is there.
    init(_ node: JSONNode?, at place: String, in body: JSONNode) throws(TokenProblem) {
        guard let node, !node.isNull, node.string != "" else {
            throw body.kind == .object
                ? .noToken(place: place, members: body.members.map(\.name)) : .notAnObject(body.kind)
        }
        guard let text = node.string else { throw .tokenIsNoText(place: place, node.kind) }
        try self.init(text)
        if body.kind == .object { members = body.value.removing(text: text) }
    }

    /// A token that came bare.
    init(_ text: String) throws(TokenProblem) {
        guard !text.isEmpty else { throw .empty }
        guard HTTPHeader("Authorization", text).problem == nil else { throw .tokenCannotBeSent }
        self.text = text
    }

    /// The token as it is used, from a moment on at which it was not yet asked for.
    func held(_ handling: TokenHandling, from start: Moment) -> HeldToken {
        let left = Seconds.instant(expiresAt).map { $0 - start.wall }
        let stated = [Seconds.duration(expiresIn), left].compactMap(\.self).min()
        let life = TokenLife(
            from: start,
            seconds: stated ?? handling.lifetime.map { $0 / .seconds(1) }
                ?? TokenLife.seconds(ofJWT: text, from: start),
            margin: handling.refreshMargin)
        return HeldToken(
            credential: Credential(
                Token(
                    value: Secret(text), header: handling.placement.header,
                    scheme: handling.placement.scheme ?? TokenType.bearer, expiresAt: life.end,
                    lifetime: life.seconds, members: members)),
            life: life)
    }
}
