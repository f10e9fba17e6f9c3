import HTTP
import JobFile
import Secrets
import Testing

@testable import Engine

@Suite struct RequestBuilderTests {
    private let harness: Harness

    init() throws {
        harness = try Harness()
    }

    /// The request of a job's first call.
    private func request(_ job: String) async throws -> HTTPRequest {
        let loaded = try await harness.load(job)
        let call = try #require(loaded.job.calls.first)
        let scope = RunScope(
            values: loaded.job.values, facts: RunFacts(id: "run", startedAt: "", date: ""), functions: loaded.functions)
        return try RequestBuilder(call: call, folder: "files", redactor: harness.redactor)
            .request(in: scope, previous: nil)
    }

    private func body(_ keys: String) async throws -> String? {
        let request = try await request("calls:\n  - post: https://api.example.com/\n    \(keys)\n")
        guard case .bytes(let bytes, _) = request.body else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func aURLOutOfAnAnswerStaysAsItIs() async throws {
        let url = "https://files.example.com/a%2Fb%2fc;v=1/d%7Ee~f/+x?sig=ab%2Bcd%2b+e;f&x=%7e#part"
        let transport = ScriptedTransport { _, place in place == 0 ? .json("{\"url\": \"\(url)\"}") : .json("[1]") }
        let result = try await harness.run(
            """
            calls:
              - name: export
                post: https://api.example.com/exports
                extract: {url: $.url}
              - get: ${calls.export.url}
                download: export.json
            """, transport)
        #expect(result.messages == "")
        #expect(transport.urls.last == url)
    }

    @Test(arguments: [
        ("https://a.example", "/x", "https://a.example/x"), ("https://a.example/", "/x", "https://a.example/x"),
        ("https://a.example/v1/", "/x", "https://a.example/v1/x"),
    ])
    func joinsToTheBase(base: String, path: String, expected: String) {
        #expect(RequestBuilder.join(base, path) == expected)
    }

    @Test(arguments: [
        ("https://a.example/x", "https://a.example/x?a=1&b=%26%20%C3%BC"),
        ("https://a.example/x?y=2", "https://a.example/x?y=2&a=1&b=%26%20%C3%BC"),
        ("https://a.example/x?", "https://a.example/x?a=1&b=%26%20%C3%BC"),
        ("https://a.example/x#part", "https://a.example/x?a=1&b=%26%20%C3%BC#part"),
    ])
    func addsToTheQuery(url: String, expected: String) {
        let entries = [("a", SensitiveText("1")), ("b", SensitiveText("& ü"))].map { (name: $0.0, value: $0.1) }
        #expect(RequestBuilder.adding(entries, to: url) == expected)
        #expect(RequestBuilder.adding([], to: url) == url)
    }

    @Test func repeatsListsAndLeavesOutNull() async throws {
        let request = try await request(
            """
            inputs: {none: {type: text, default: null}}
            calls:
              - get: https://api.example.com/
                query: {a: [1, 2], b: null, c: "${inputs.none}", d: true, e: 1.10, f: ""}
                headers: {X-A: [one, two], X-B: null}
            """)
        #expect(request.url == "https://api.example.com/?a=1&a=2&d=true&e=1.10&f=")
        #expect(request.headers.all("X-A") == ["one", "two"])
        #expect(!request.headers.contains("X-B"))
    }

    @Test func keepsTrackOfSecrets() async throws {
        let request = try await request(
            """
            secrets: {key: {env: SECRET}}
            calls:
              - post: https://api.example.com/
                query: {key: "${secrets.key}", page: 1}
                headers: {X-Key: "key ${secrets.key}", X-Other: other}
                json: {password: "${secrets.key}"}
            """)
        #expect(request.secretQueryNames == ["key"])
        #expect(request.headers.filter(\.isSecret).map(\.name) == ["X-Key"])
        #expect(request.body.isSecret)
        #expect("\(request.headers)".contains("s3cr3t") == false)
    }

    @Test func writesBodies() async throws {
        #expect(try await body("json: {a: 1.10, b: null, c: \"${null | omit}\"}") == #"{"a":1.10,"b":null}"#)
        #expect(try await body("form: {q: \"a & b = ü\", p: [1, 2], n: null}") == "q=a+%26+b+%3D+%C3%BC&p=1&p=2")
        #expect(try await body("body: \"as it is\"") == "as it is")
        #expect(
            try await body("graphql: {query: \"{ a }\", variables: {first: 1, after: null}}")
                == #"{"query":"{ a }","variables":{"first":1,"after":null}}"#)
    }

    @Test func takesFilesFromTheWorkingFolder() async throws {
        let file = try await request("calls:\n  - put: https://api.example.com/\n    body_file: a.txt\n")
        #expect(file.body == .file(path: "files/a.txt"))
        let parts = try await request(
            "calls:\n  - post: https://api.example.com/\n    multipart: {data: {file: /tmp/a.txt}, kind: plain}\n")
        guard case .multipart(let built) = parts.body else {
            Issue.record("no multipart body")
            return
        }
        #expect(built.map(\.name) == ["data", "kind"])
        #expect(built.first?.content == .file(path: "/tmp/a.txt"))
    }

    @Test(arguments: [
        ("get: https://api.example.com/\n    headers: {X-A: \"${calls.first.text}\"}", "E1004"),
        ("get: ${calls.first.text}", "E0390"),
        ("get: https://api.example.com/${calls.first.dots}", "E0390"),
        ("get: ${calls.first.ftp}", "E1003"),
    ])
    func rejectsWhatCannotBeSent(keys: String, code: String) async throws {
        let transport = ScriptedTransport(.json(#"{"text": "two\nlines", "dots": "..", "ftp": "ftp://x.example/"}"#))
        let result = try await harness.run(
            """
            calls:
              - name: first
                get: https://api.example.com/first
                extract: {text: $.text, dots: $.dots, ftp: $.ftp}
              - \(keys)
            """, transport)
        #expect(result.codes == [code])
        #expect(result.exitCode == .callFailed)
        #expect(transport.requests.count == 1)
    }
}
