import HTTP
import JSON
import JobFile

/// What is wrong with an answer that holds no token, in words.
struct AnswerFinding: Sendable {
    /// Goes on where "… answered 200, " ends.
    let title: String
    let place: RefusalAdvice.Place
    let label: String
    let notes: [String]

    private init(
        _ title: String, _ place: RefusalAdvice.Place = .tokenURL, _ label: String = "is this the token endpoint?",
        notes: [String] = []
    ) {
        self.title = title
        self.place = place
        self.label = label
        self.notes = notes
    }

    init(_ problem: TokenProblem, _ response: HTTPResponse, oauth: OAuthSource, text: UntrustedText) {
        // No part of the body is shown: it may be a token in a shape that was not expected.
        let type = response.headers.first("Content-Type").map { text.show($0, limit: 80) } ?? "not given"
        let about = "content type: \(type); \(response.body.count) bytes"
        switch problem {
        case .webPage(let title):
            let named = title.map { " titled '\(text.show($0, limit: 100))'" } ?? ""
            self.init(
                "with a web page\(named) instead of JSON", .tokenURL, "the URL is probably wrong",
                notes: ["or something stands in between, such as a proxy or a sign-in page"])
        case .empty: self.init("with an empty body", notes: [about])
        case .notJSON(let error): self.init("and the body is not JSON: \(error.message)", notes: [about])
        case .notAnObject(let kind): self.init("with \(kind.named) instead of an object", notes: [about])
        case .noToken(let place, let members):
            let names = members.prefix(20).map { text.show($0, limit: 60) }
            self.init(
                "and there is no token at \(place)", .source, "the token is looked for at \(place)",
                notes: [
                    "the answer has: \(names.isEmpty ? "no members" : names.joined(separator: ", "))",
                    "if the token stands elsewhere, say where: token: $.NAME",
                ])
        case .tokenIsNoText(let place, let kind):
            self.init(
                "and \(place) is \(kind.named) instead of a text", .source, "the token is looked for at \(place)",
                notes: ["if the token stands elsewhere, say where: token: $.NAME"])
        case .tokenCannotBeSent: self.init("and its token has characters that no header can hold")
        case .unknownType(let type) where oauth.dpop != nil:
            self.init(
                "with a token of the type '\(text.show(type, limit: 60))' in answer to DPoP", .source,
                "the token is not bound to the key",
                notes: [
                    "the server passed the proof over: whoever gets hold of the token could use it",
                    "if the server knows no DPoP, or not for this client, leave dpop out",
                ])
        case .unknownType(let type) where type.lowercased() == DPoPProver.name.lowercased():
            self.init(
                "with a token that is bound to a key (DPoP)", .source, "without a proof no API takes it",
                notes: ["bind tokens to a key of the job: dpop: true"])
        case .unknownType(let type):
            let shown = text.show(type, limit: 60)
            self.init(
                "with a token of the type '\(shown)', which errand does not know", .source, "the type must be Bearer",
                notes: ["if the API takes the token as it is, say what stands before it: scheme: \(shown)"])
        case .scopeMissing(let missing, let granted):
            let asked = oauth.scope.isEmpty ? "none" : oauth.scope.joined(separator: " ")
            let said = granted.map { "scopes granted: \(text.show($0.joined(separator: " ")))" }
            self.init(
                "and the token lacks the scope \(missing.joined(separator: " "))", .source, "require_scope asks for it",
                notes: ["scopes asked for: \(asked)", said ?? "the server does not say which scopes it granted"])
        case .refusal, .redirect: self.init("without a token")
        }
    }
}

extension JSONKind {
    fileprivate var named: String {
        switch self {
        case .array: "an array"
        case .object: "an object"
        case .bool: "a boolean"
        case .null: "null"
        case .number: "a number"
        case .string: "a text"
        }
    }
}
