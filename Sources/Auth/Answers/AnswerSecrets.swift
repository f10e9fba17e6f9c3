import HTTP
import JSON
import JSONPath
import Secrets

/// Finds what must not be shown of a token endpoint's answer, also of one that turns out to be of no use.
struct AnswerSecrets: Sendable {
    private static let telling = ["token", "jwt", "secret", "assertion", "password"]
    /// What is shorter is no token, and would mask ordinary text.
    private static let shortest = 8
    /// A larger body that cannot be read is no token.
    private static let longestBody = 64 << 10

    /// Where the job says that the token stands.
    let tokenPath: JSONPath?

    func all(in response: HTTPResponse) -> [Secret] {
        guard 200..<300 ~= response.status else { return [] }
        do throws(TokenProblem) {
            let body = try TokenAnswerBody.read(response)
            let token = tokenPath.map { $0.first(in: body) } ?? body["access_token"]
            // An answer that is just a text is the token itself.
            return ([token?.string, body.string].compactMap(\.self) + Self.members(of: body)).map { Secret($0) }
        } catch {
            // It may be a token that came bare, or an answer that was cut off in the middle of one.
            guard case .notJSON = error, response.body.count <= Self.longestBody else { return [] }
            return [Secret(String(decoding: response.body, as: UTF8.self))]
        }
    }

    private static func members(of node: JSONNode) -> [String] {
        switch node.kind {
        case .object:
            node.members.flatMap { name, value in
                if let text = value.string { isTelling(name, text) ? [text] : [] } else { members(of: value) }
            }
        case .array: node.elements.flatMap(members)
        default: []
        }
    }

    private static func isTelling(_ name: String, _ text: String) -> Bool {
        let name = name.lowercased()
        return text.utf8.count >= shortest && telling.contains { name.contains($0) } && !name.hasSuffix("type")
            && !text.hasPrefix("http")
    }
}
