import HTTP
import JSON
import JSONPath
import JobFile
import Secrets

/// Reads the answer of a token endpoint, RFC 6749 sections 5.1 and 5.2.
struct TokenAnswerReader: Sendable {
    private let oauth: OAuthSource

    init(_ oauth: OAuthSource) {
        self.oauth = oauth
    }

    /// The token of an answer to a request that was sent at a moment.
    func read(_ response: HTTPResponse, at start: Moment) throws(TokenProblem) -> HeldToken {
        let body = try Self.body(of: response)
        let token = try token(in: body)
        let scheme = try scheme(of: body)
        let scope = Self.scope(body["scope"])
        try checkScope(granted: scope)
        let life = life(of: token, in: body, from: start)
        return HeldToken(
            credential: Credential(
                Token(
                    value: Secret(token), header: oauth.handling.placement.header, scheme: scheme, expiresAt: life.end,
                    lifetime: life.seconds, scope: scope, members: body.value.removing(text: token))),
            life: life)
    }

    /// The body of an answer with a good status; the status counts for more than the shape of what came with it.
    private static func body(of response: HTTPResponse) throws(TokenProblem) -> JSONNode {
        let isGood = 200..<300 ~= response.status
        let body: JSONNode
        do throws(TokenProblem) {
            body = try TokenAnswerBody.read(response)
        } catch {
            switch error {
            case .empty where !isGood, .notJSON where !isGood: throw .refusal(.silent)
            // A refusal is one whatever it is dressed in; at other statuses the page says more.
            case .webPage where [401, 403].contains(response.status): throw .refusal(.silent)
            default: throw error
            }
        }
        guard isGood else { throw .refusal(ServerError(body)) }
        return body
    }

    private func token(in body: JSONNode) throws(TokenProblem) -> String {
        let node = oauth.handling.answer.token.map { $0.first(in: body) } ?? body["access_token"]
        let place = oauth.handling.answer.token?.text ?? "access_token"
        guard let node, !node.isNull, node.string != "" else {
            let error = ServerError(body)
            // Some servers refuse with a 200.
            if error.code != nil { throw .refusal(error) }
            throw body.kind == .object
                ? .noToken(place: place, members: body.members.map(\.name)) : .notAnObject(body.kind)
        }
        guard let token = node.string else { throw .tokenIsNoText(place: place, node.kind) }
        guard HTTPHeader("Authorization", token).problem == nil else { throw .tokenCannotBeSent }
        return token
    }

    private func scheme(of body: JSONNode) throws(TokenProblem) -> String {
        let asked = oauth.handling.placement.scheme
        let type = try Self.type(of: body, isOptional: asked != nil)
        if oauth.dpop != nil {
            // RFC 9449, 5: a server that passed the proof over gives a token that anybody can use.
            guard type?.lowercased() == DPoPProver.name.lowercased() else {
                throw .unknownType(type ?? TokenType.bearer)
            }
            return asked ?? DPoPProver.name
        }
        if let asked { return asked }
        // RFC 8693, 2.2.1: what was exchanged for is no access token, and is used as the job says.
        if case .tokenExchange = oauth.grant, type?.lowercased() == "n_a" { return TokenType.bearer }
        guard let scheme = TokenType.scheme(of: type) else { throw .unknownType(type ?? "") }
        return scheme
    }

    private static func type(of body: JSONNode, isOptional: Bool) throws(TokenProblem) -> String? {
        guard let type = body["token_type"], !type.isNull else { return nil }
        if type.string == nil, !isOptional { throw .unknownType(type.value.serialized()) }
        return type.string
    }

    private func life(of token: String, in body: JSONNode, from start: Moment) -> TokenLife {
        let expiresIn = oauth.handling.answer.expiresIn.map { $0.first(in: body) } ?? body["expires_in"]
        let expiresAt = oauth.handling.answer.expiresAt.flatMap { Seconds.instant($0.first(in: body)) }
        let stated = [Seconds.duration(expiresIn), expiresAt.map { $0 - start.wall }].compactMap(\.self).min()
        let seconds =
            stated ?? oauth.handling.lifetime.map { $0 / .seconds(1) } ?? TokenLife.seconds(ofJWT: token, from: start)
        return TokenLife(from: start, seconds: seconds, margin: oauth.handling.refreshMargin)
    }

    private func checkScope(granted: [String]?) throws(TokenProblem) {
        // RFC 6749, 5.1: a server that grants what was asked for need not say so.
        let known = granted ?? (oauth.scope.isEmpty ? nil : oauth.scope)
        let missing = oauth.handling.requireScope.filter { known?.contains($0) != true }
        if !missing.isEmpty { throw .scopeMissing(missing, granted: known) }
    }

    /// The scopes of a text with blanks, or of a list of texts as some servers send it.
    private static func scope(_ node: JSONNode?) -> [String]? {
        guard let node else { return nil }
        if let text = node.string { return text.split(separator: " ").map(String.init) }
        return node.kind == .array ? node.elements.compactMap(\.string) : nil
    }
}
