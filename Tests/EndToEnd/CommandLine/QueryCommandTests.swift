import Foundation
import Testing

/// `errand query` and `errand schema`.
@Suite(.timeLimit(.minutes(5)))
struct QueryCommandTests {
    static let json =
        #"{"a": [{"id": 12345678901234567890, "t": "x\ny"}, {"id": 1.10, "t": "é\u00e9"}, {"id": 1e400}]}"#

    private func query(_ arguments: [String], input: String = json) async throws -> Program.Result {
        let result = try await Program.errand(["query"] + arguments, input: input)
        #expect(!result.isSignalled)
        return result
    }

    @Test func nodes() async throws {
        let result = try await query(["$.a[*].id"])
        #expect(result.exitCode == 0)
        #expect(result.output == "12345678901234567890\n1.10\n1e400\n")
        #expect(result.errors == "")
        let none = try await query(["$.nothing"])
        #expect(none.exitCode == 0)
        #expect(none.output == "")
    }

    @Test func textAndPaths() async throws {
        #expect(try await query(["$.a[*].t", "--text"]).output == "x\ny\néé\n")
        #expect(try await query(["$.a[?@.id > 1].id", "--text"]).output == "12345678901234567890\n1.10\n1e400\n")
        let paths = try await query(["--paths", "$..t"])
        #expect(paths.output == "$['a'][0]['t']\t\"x\\ny\"\n$['a'][1]['t']\t\"é\\u00e9\"\n")
    }

    @Test func aFile() async throws {
        let folder = try TemporaryFolder()
        try folder.write("answer.json", Self.json)
        let file = try await Program.errand(["query", "$.a[1].id", "answer.json"], folder: folder.url)
        #expect(file.output == "1.10\n")
        let stdin = try await Program.errand(["query", "$.a[1].id", "-"], folder: folder.url, input: Self.json)
        #expect(stdin.output == "1.10\n")
    }

    @Test(arguments: ["", "{", "{}x", "{\"a\":}", "[1,]", "\u{FEFF}{}", "nul", "'a'"])
    func inputThatIsNotJSON(_ input: String) async throws {
        let result = try await query(["$"], input: input)
        #expect(result.exitCode == 65)
        #expect(result.output == "")
        #expect(result.errors.contains("stdin:"))
    }

    @Test(arguments: ["", "$[", "a.b", "$..", "$[?@.a", "$.a.", "$[01]", "$['a", "$[?length(@)]", "\u{1B}[31m"])
    func queriesThatAreWrong(_ text: String) async throws {
        let result = try await query(["--", text])
        #expect(result.exitCode == 64)
        #expect(result.output == "")
        #expect(!result.errors.contains("\u{1B}"))
    }

    @Test func deepInput() async throws {
        let deep = String(repeating: "[", count: 100_000)
        #expect(try await query(["$"], input: deep).exitCode == 65)
    }

    @Test func schema() async throws {
        let result = try await Program.errand(["schema"])
        #expect(result.exitCode == 0)
        let schema = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
        let reference = try await Program.errand(["schema", "--reference"])
        #expect(reference.exitCode == 0)
        #expect(reference.output.hasPrefix("# "))
        #expect(reference.output.contains("## Paginate"))
    }
}
