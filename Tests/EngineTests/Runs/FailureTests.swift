import HTTP
import Testing

@testable import Engine

/// What goes wrong, and that nothing is left behind.
@Suite struct FailureTests {
    private let harness: Harness

    init() throws {
        harness = try Harness()
        try harness.out.write("items.jsonl", "yesterday\n")
    }

    private func run(
        _ keys: String = "", _ replies: ScriptedTransport.Reply...
    ) async throws -> (result: RunResult, requests: Int) {
        let transport = ScriptedTransport { _, place in replies[min(place, replies.count - 1)] }
        let result = try await harness.run(
            """
            calls:
              - get: https://api.example.com/items
                retry: false
                write: items.jsonl
            \(keys.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))
            """, transport)
        #expect(harness.out.text("items.jsonl") == "yesterday\n")
        #expect(harness.out.names == ["items.jsonl"])
        #expect(result.outcome == .failure)
        return (result, transport.requests.count)
    }

    @Test(arguments: [400, 401, 403, 404, 405, 409, 429, 500, 503])
    func failsOnAnErrorStatus(status: Int) async throws {
        let result = try await run("", .status(status, #"{"error": "nope"}"#)).result
        #expect(result.exitCode == .callFailed)
        #expect(result.codes == ["E1201"])
        #expect(result.place == "https://api.example.com/items" || result.place == "get")
        #expect(result.messages.contains("GET https://api.example.com/items answered \(status)"))
        #expect(result.messages.contains(#"the body: {"error": "nope"}"#))
    }

    @Test(arguments: [
        ("", "E1301"), ("{", "E1301"), ("[1,]", "E1301"), ("<html>", "E1301"), ("{} {}", "E1301"),
        ("\u{FEFF}[]", "E1301"),
    ])
    func failsOnABodyThatIsNoJSON(body: String, code: String) async throws {
        guard !body.isEmpty else { return }
        let result = try await run("records: $.data[*]", .json(body)).result
        #expect(result.codes == [code])
        #expect(result.exitCode == .callFailed)
    }

    @Test(arguments: [
        (TransferError.Kind.unresolved, ExitCode.unavailable, "E1001"),
        (.refused, .unavailable, "E1001"),
        (.connectTimeout, .unavailable, "E1001"),
        (.tls, .unavailable, "E1001"),
        (.certificate, .unavailable, "E1001"),
        (.timeout, .callFailed, "E1002"),
        (.idle, .callFailed, "E1002"),
        (.bodyCut, .callFailed, "E1002"),
        (.badEncoding, .callFailed, "E1002"),
        (.protocolError, .callFailed, "E1002"),
        (.headersTooLarge, .callFailed, "E1002"),
        (.bodyTooLarge(limit: 10), .callFailed, "E1002"),
    ])
    func failsWhenNoWholeAnswerCame(kind: TransferError.Kind, exit: ExitCode, code: String) async throws {
        let error = TransferError(kind, message: "it broke", host: "api.example.com")
        let result = try await run("", .fail(error)).result
        #expect(result.exitCode == exit)
        #expect(result.codes == [code])
        #expect(result.messages.contains("it broke"))
    }

    @Test(arguments: [
        ("expect: {status: 201}", "E1201"),
        ("expect: {headers: {X-Missing: true}}", "E1601"),
        ("expect: {body: \"length($) > 2\"}", "E1601"),
        ("expect: {records: {min: 3}}", "E1601"),
        ("expect: {records: {max: 1}}", "E1601"),
    ])
    func failsWhenAnExpectationDoesNotHold(keys: String, code: String) async throws {
        let result = try await run(keys, .json("[1, 2]")).result
        #expect(result.exitCode == .expectationFailed)
        #expect(result.codes == [code])
    }

    @Test func showsThePartsOfAConditionThatDoesNotHold() async throws {
        let result = try await run("expect: {body: \"$.a == 1 && $.b == 'x'\"}", .json(#"{"a": 1, "b": "y"}"#)).result
        #expect(result.messages.contains(#"$.b is "y""#))
    }

    @Test(arguments: [
        ("rules: [{status: 200, do: fail}]", 1),
        ("rules: [{status: 200, body: \"$[0] == 1\", do: retry}]", 1),
    ])
    func failsByARule(keys: String, requests: Int) async throws {
        let (result, sent) = try await run(keys, .json("[1]"))
        #expect(result.codes == ["E1202"])
        #expect(sent == requests)
    }

    @Test func failsForAFieldThatIsRequired() async throws {
        let result = try await run("fields: {id: {path: $.id, required: true}}", .json(#"[{"id": 1}, {}]"#)).result
        #expect(result.codes == ["E1303"])
    }

    @Test func failsForAValueThatIsNotThere() async throws {
        let result = try await run("extract: {id: $.id}", .json("{}")).result
        #expect(result.codes == ["E1302"])
        #expect(result.place?.contains("$.id") == true || result.place == "id")
    }

    @Test func failsForATemplateWithoutAValue() async throws {
        let (result, sent) = try await run("headers: {X-Note: \"${env.SECRET.nothing}\"}", .json("[]"))
        #expect(result.exitCode == .callFailed)
        #expect(sent == 0)
    }

    @Test func failsBeforeAnythingIsSentWhenAnOutputCannotBeWritten() async throws {
        try harness.out.write("blocked", "a file")
        let transport = ScriptedTransport(.json("[1]"))
        let result = try await harness.run(
            """
            calls:
              - get: https://api.example.com/items
                write: blocked/items.jsonl
            """, transport)
        #expect(result.exitCode == .cannotWrite)
        #expect(result.codes == ["E1501"])
        #expect(result.place?.contains("blocked/items.jsonl") == true)
        #expect(transport.requests.isEmpty)
    }

    @Test func failsWhenAnswersWouldLeaveTheOutputFolder() async throws {
        let transport = ScriptedTransport(.json(#"{"name": "../../etc/passwd"}"#))
        let result = try await harness.run(
            """
            calls:
              - name: first
                get: https://api.example.com/first
                extract: {name: $.name}
              - get: https://api.example.com/second
                write: {file: "${calls.first.name}", format: jsonl}
            """, transport)
        #expect(result.exitCode == .cannotWrite)
        #expect(transport.requests.count == 1)
    }

    @Test func masksSecretsBeforeTheBodyIsCut() async throws {
        let padding = String(repeating: "x", count: 495)
        let transport = ScriptedTransport(.status(500, padding + "s3cr3t-value"))
        let result = try await harness.run(
            """
            secrets: {key: {env: SECRET}}
            calls:
              - get: https://api.example.com/items
                retry: false
                headers: {X-Key: "${secrets.key}"}
                write: items.jsonl
            """, transport)
        #expect(!result.messages.contains("s3c"))
        #expect(result.messages.contains("***"))
    }

    @Test func goesOnAfterACallThatMayFail() async throws {
        let transport = ScriptedTransport { request, _ in
            request.url.hasSuffix("/bad") ? .status(500) : .json("[1]")
        }
        let result = try await harness.run(
            """
            calls:
              - get: https://api.example.com/bad
                retry: false
                on_error: continue
                extract: {id: $.id}
              - get: https://api.example.com/good
                write: items.jsonl
              - get: https://api.example.com/log
                write: {file: log.jsonl, mode: append}
            """, transport)
        #expect(transport.requests.count == 3)
        #expect(result.calls.map(\.outcome) == [.failed, .done, .done])
        #expect(result.exitCode == .callFailed)
        // A run that failed publishes nothing; what a call appended stays.
        #expect(harness.out.text("items.jsonl") == "yesterday\n")
        #expect(harness.out.text("log.jsonl") == "1\n")
    }

    @Test func takesBackWhatAFailedCallAppended() async throws {
        let transport = ScriptedTransport(.json(#"{"data": [2], "next": "c1"}"#), .status(500))
        let result = try await harness.run(
            """
            calls:
              - get: https://api.example.com/items
                retry: false
                paginate: {cursor: $.next, param: cursor}
                records: $.data[*]
                write: {file: items.jsonl, mode: append}
            """, transport)
        #expect(result.exitCode == .callFailed)
        #expect(harness.out.text("items.jsonl") == "yesterday\n")
    }

    @Test func endsAtACallThatMayNotFail() async throws {
        let transport = ScriptedTransport(.status(500))
        let result = try await harness.run(
            """
            calls:
              - get: https://api.example.com/bad
                retry: false
              - get: https://api.example.com/good
                write: items.jsonl
            """, transport)
        #expect(transport.requests.count == 1)
        #expect(result.calls.count == 1)
    }

    @Test func doesNotKeepADownloadThatFailed() async throws {
        let transport = ScriptedTransport(.status(500, "no"))
        let result = try await harness.run(
            """
            calls:
              - get: https://api.example.com/report
                retry: false
                download: report.bin
            """, transport)
        #expect(result.codes == ["E1201"])
        #expect(harness.out.names == ["items.jsonl"])
    }

    @Test func limitsADownload() async throws {
        let transport = ScriptedTransport(.answer(status: 200, headers: [], body: String(repeating: "x", count: 2000)))
        let result = try await harness.run(
            """
            calls:
              - get: https://api.example.com/report
                retry: false
                max_response: 1KiB
                download: report.bin
            """, transport)
        #expect(result.codes == ["E1002"])
        #expect(result.place?.contains("max_response") == true || result.place?.contains("1KiB") == true)
        #expect(harness.out.names == ["items.jsonl"])
    }

    @Test func waitsNoLongerThanAllowed() async throws {
        let transport = ScriptedTransport(.answer(status: 429, headers: [("Retry-After", "3600")], body: ""))
        let result = try await harness.run(
            """
            calls:
              - get: https://api.example.com/items
                max_wait: 30s
                write: items.jsonl
            """, transport)
        #expect(result.exitCode == .tryLater)
        #expect(result.codes == ["E1006"])
    }
}
