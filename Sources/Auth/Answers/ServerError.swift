import JSON

/// What a server says about its refusal, as it said it: RFC 6749 section 5.2, and what others do instead.
struct ServerError: Sendable, Hashable {
    /// The code, such as `invalid_client`.
    var code: String?
    /// What it says to people.
    var description: String?
    /// Where there is more about it.
    var uri: String?

    /// A refusal without a word.
    static let silent = ServerError()

    init() {}

    /// What the members of an object say; the standard names, then those of Google, Okta, and RFC 9457.
    init(_ answer: JSONNode) {
        // Salesforce wraps what it says in an array.
        let body = answer[0] ?? answer
        let error = body["error"]
        code = Self.text(error) ?? Self.text(error?["status"] ?? error?["code"]) ?? Self.text(body["errorCode"])
        description =
            Self.text(body["error_description"]) ?? Self.text(error?["message"]) ?? Self.text(body["errorSummary"])
            ?? Self.text(body["message"]) ?? Self.text(body["reason"]) ?? Self.text(body["detail"])
            ?? Self.text(body["title"])
        uri = Self.text(body["error_uri"]) ?? Self.text(body["errorLink"])
    }

    private static func text(_ node: JSONNode?) -> String? {
        guard let text = node?.string ?? node?.number?.text, !text.isEmpty else { return nil }
        return text
    }
}
