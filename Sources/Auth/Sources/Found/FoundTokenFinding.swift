import HTTP
import JSON

/// What is wrong with an answer in which no token was found, in words; no part of the answer is shown.
struct FoundTokenFinding: Sendable {
    /// Goes on where "'command' printed " ends.
    let title: String
    let notes: [String]

    private init(_ title: String, _ notes: String...) {
        self.title = title
        self.notes = notes
    }

    init(_ problem: TokenProblem, text: UntrustedText) {
        let elsewhere = "if the token stands elsewhere, say where: token: $.NAME"
        switch problem {
        case .empty: self.init("nothing")
        case .webPage(let title):
            self.init("a web page\(title.map { " titled '\(text.show($0, limit: 100))'" } ?? "") instead of JSON")
        case .notJSON(let error): self.init("something that is not JSON: \(error.message)")
        case .notAnObject(let kind): self.init("\(kind.phrase) instead of an object", elsewhere)
        case .noToken(let place, let members):
            let names = members.prefix(20).map { text.show($0, limit: 60) }.joined(separator: ", ")
            self.init(
                "JSON without a token at \(place)", "it has: \(names.isEmpty ? "no members" : names)", elsewhere)
        case .tokenIsNoText(let place, let kind):
            self.init("JSON with \(kind.phrase) instead of a text at \(place)", elsewhere)
        case .tokenCannotBeSent:
            self.init("a token that no header can hold", "it has a line break or another control character in it")
        case .redirect(let target): self.init("a redirect", "it leads to: \(text.show(target))")
        case .refusal(let error):
            self.init(
                "an error instead of a token",
                [error.code, error.description].compactMap(\.self).map { text.show($0) }.joined(separator: ": "))
        case .unknownType, .scopeMissing: self.init("no token that can be used")
        }
    }
}

extension JSONKind {
    fileprivate var phrase: String {
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
