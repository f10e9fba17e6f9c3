import JSON
import JSONPath
import JobFile
import Testing

@testable import Auth

@Suite("What a command prints")
struct ExecOutputTests {
    private func token(_ text: String, _ paths: TokenAnswerPaths = TokenAnswerPaths()) throws -> FoundToken {
        try ExecOutput(paths: paths).token(in: Array(text.utf8))
    }

    private func problem(_ text: String, _ paths: TokenAnswerPaths = TokenAnswerPaths()) -> String {
        do {
            return "found \(try token(text, paths).text)"
        } catch {
            return "\(error)"
        }
    }

    @Test(
        "a bare token, without the line break at its end",
        arguments: [("abc", "abc"), ("abc\n", "abc"), ("abc\r\n", "abc"), ("\"abc\"\n", "abc"), (" a b ", " a b ")])
    func bare(output: String, expected: String) throws {
        #expect(try token(output).text == expected)
    }

    @Test("one line break only: more are part of something that is no token")
    func severalLines() {
        #expect(problem("abc\n\n") == "tokenCannotBeSent")
        #expect(problem("one\ntwo\n") == "tokenCannotBeSent")
        #expect(problem("") == "empty")
        #expect(problem("\n") == "empty")
        #expect(problem(" \r\n") == "empty")
    }

    @Test("bytes that are no text")
    func noText() {
        #expect(throws: TokenProblem.self) { try ExecOutput(paths: TokenAnswerPaths()).token(in: [0xFF, 0x61]) }
    }

    @Test("the members of RFC 6749")
    func oauth() throws {
        let found = try token(#"{"access_token": "abc", "expires_in": "60", "instance_url": "https://a.example"}"#)
        #expect(found.text == "abc")
        #expect(Seconds.duration(found.expiresIn) == 60)
        #expect(found.members["instance_url"]?.string == "https://a.example")
        #expect(found.members["access_token"] == nil)
    }

    @Test("an ExecCredential of Kubernetes")
    func kubernetes() throws {
        let found = try token(
            #"""
            {"apiVersion": "client.authentication.k8s.io/v1", "kind": "ExecCredential",
             "status": {"token": "abc", "expirationTimestamp": "2030-01-02T03:04:05Z"}}
            """#)
        #expect(found.text == "abc")
        #expect(Seconds.instant(found.expiresAt) == 1_893_553_445)
    }

    @Test("an executable source of Google's")
    func google() throws {
        let found = try token(
            #"{"version": 1, "success": true, "token_type": "jwt", "id_token": "abc", "expiration_time": 1893553445}"#)
        #expect(found.text == "abc")
        #expect(Seconds.instant(found.expiresAt) == 1_893_553_445)
        #expect(
            problem(#"{"version": 1, "success": false, "code": "401", "message": "no"}"#).hasPrefix("refusal"))
    }

    @Test("az account get-access-token")
    func azure() throws {
        let found = try token(
            #"{"accessToken": "abc", "expiresOn": "2030-01-02 03:04:05.0", "expires_on": 1893553445}"#)
        #expect(found.text == "abc")
        #expect(Seconds.instant(found.expiresAt) == 1_893_553_445)
    }

    @Test("the job's own places")
    func paths() throws {
        let paths = TokenAnswerPaths(
            token: try JSONPath("$.data.jwt"), expiresIn: try JSONPath("$.data.ttl"),
            expiresAt: try JSONPath("$.data.end"))
        let found = try token(#"{"access_token": "no", "data": {"jwt": "abc", "ttl": 5, "end": 7}}"#, paths)
        #expect(found.text == "abc")
        #expect(Seconds.duration(found.expiresIn) == 5)
        #expect(Seconds.instant(found.expiresAt) == 7)
        #expect(problem("abc", paths).hasPrefix("notJSON"))
        #expect(problem("{}", paths) == #"noToken(place: "$.data.jwt", members: [])"#)
    }

    @Test("JSON without a token is an error, and never a token itself")
    func noToken() {
        #expect(
            problem(#"{"error": "x", "b": 1}"#) == #"noToken(place: "access_token", members: ["error", "b"])"#)
        #expect(problem(#"{"access_token": 5}"#).hasPrefix("tokenIsNoText"))
        #expect(problem(#"{"access_token": ""}"#).hasPrefix("noToken"))
        #expect(problem(#"{"access_token": "a\nb"}"#) == "tokenCannotBeSent")
        #expect(problem(#"{"access_token": "abc""#).hasPrefix("notJSON"))
        #expect(problem(#""""#) == "empty")
    }
}
