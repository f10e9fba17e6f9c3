import JSONPath
import Secrets
import Testing

@testable import Auth

@Suite("Secrets in the answer of a token endpoint")
struct AnswerSecretsTests {
    private func secrets(_ body: String, status: Int = 200, path: JSONPath? = nil) -> [String] {
        AnswerSecrets(tokenPath: path).all(in: Answers.answer(status, body)).map { $0.reveal() }
    }

    @Test(
        "are what is where the token stands, what is called like one, and what cannot be read",
        arguments: [
            (#"{"access_token": "abc", "token_type": "Bearer"}"#, ["abc"]),
            (
                #"{"id": "12345678", "id_token": "12345678", "data": [{"sessionToken": "abcdefgh"}]}"#,
                ["12345678", "abcdefgh"]
            ),
            (#"{"token_endpoint": "https://example.com", "issued_token_type": "urn:x:12345678"}"#, []),
            (#"{"scope": ["read", "write"], "tenant": "acme-12345678"}"#, []),
            (#""bare-token""#, ["bare-token"]), ("bare-token", ["bare-token"]),
            (#"{"access_token": "cut-o"#, [#"{"access_token": "cut-o"#]),
            ("access_token=form-token&scope=a", ["form-token"]), ("<html>", []), ("", []), ("[1]", []),
        ])
    func found(body: String, expected: [String]) {
        #expect(Set(secrets(body)) == Set(expected))
    }

    @Test("are also what the job points at")
    func path() throws {
        #expect(secrets(#"{"a": {"b": "abc"}}"#, path: try JSONPath("$.a.b")) == ["abc"])
    }

    @Test("there are none in a refusal")
    func refusal() {
        #expect(secrets("no such client", status: 400) == [])
    }
}
