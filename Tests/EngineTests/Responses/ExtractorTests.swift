import Diagnostics
import HTTP
import IRegexp
import JSON
import JSONPath
import JobFile
import Secrets
import Template
import Testing

@testable import Engine

@Suite struct ExtractorTests {
    private func extraction(
        _ source: Extraction.Source, default fallback: JSONValue? = nil, isRequired: Bool = true, isSecret: Bool = false
    ) -> Extraction {
        Extraction(
            name: "x", source: source, default: fallback, isRequired: isRequired, isSecret: isSecret, span: .none)
    }

    /// The extracted value as JSON text.
    private func extract(
        _ extraction: Extraction, _ body: String, headers: [(String, String)] = [], redactor: Redactor = Redactor()
    ) throws -> String? {
        var fields = HTTPHeaders()
        for (name, value) in headers { fields.add(name, value) }
        let response = HTTPResponse(status: 201, headers: fields, body: Array(body.utf8))
        let extractor = Extractor(extractions: [extraction], redactor: redactor)
        var values = extractor.values(of: response, body: try? JSONNode(body))
        try extractor.complete(&values)
        return values["x"]?.json.serialized()
    }

    @Test(arguments: [
        ("$.id", #"{"id": 1.10}"#, "1.10"),
        ("$.id", #"{"id": null}"#, "null"),
        ("$.ids[*]", #"{"ids": [1]}"#, "[1]"),
        ("$.ids[*]", #"{"ids": []}"#, "[]"),
        ("$.ids[*]", #"{}"#, "[]"),
    ])
    func takesJSON(path: String, body: String, expected: String) throws {
        #expect(try extract(extraction(.json(try JSONPath(path))), body) == expected)
    }

    @Test func failsWhereASingularPathSelectsNothing() throws {
        let failure = try #require(throws: RunFailure.self) {
            try extract(extraction(.json(try JSONPath("$.id"))), "{}")
        }
        #expect(failure.diagnostic.code == .extractMissing)
        #expect(failure.exitCode == .callFailed)
    }

    @Test func fillsInDefaults() throws {
        #expect(try extract(extraction(.json(try JSONPath("$.id")), default: .string("d")), "{}") == "\"d\"")
        #expect(try extract(extraction(.json(try JSONPath("$.ids[*]")), default: .string("d")), "{}") == "\"d\"")
        #expect(try extract(extraction(.json(try JSONPath("$.id")), isRequired: false), "{}") == "null")
        #expect(try extract(extraction(.json(try JSONPath("$.id")), default: .null), "not JSON") == "null")
    }

    @Test func takesHeadersCookiesAndTheStatus() throws {
        let headers = [("Location", "/a"), ("Set-Cookie", "sid=old"), ("set-cookie", " sid = a=b ; Path=/; HttpOnly")]
        #expect(try extract(extraction(.header("location")), "", headers: headers) == "\"/a\"")
        #expect(try extract(extraction(.cookie("sid")), "", headers: headers) == "\"a=b\"")
        #expect(try extract(extraction(.cookie("other"), isRequired: false), "", headers: headers) == "null")
        #expect(try extract(extraction(.status), "") == "201")
    }

    @Test(arguments: [("total: ([0-9]+)", "\"42\""), ("[0-9]+", "\"42\""), ("(none)?total", "\"total\"")])
    func takesWhatAPatternFinds(pattern: String, expected: String) throws {
        #expect(try extract(extraction(.regex(try IRegexp(pattern))), "the total: 42.") == expected)
    }

    @Test func tellsTheRedactorAboutSecrets() throws {
        let redactor = Redactor()
        let path = try JSONPath("$.session")
        _ = try extract(
            extraction(.json(path), isSecret: true), #"{"session": {"key": "k-123456", "pin": 98765}}"#,
            redactor: redactor)
        #expect(redactor.redact("k-123456 98765") == "*** ***")
    }
}
