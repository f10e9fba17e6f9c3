import Foundation
import Testing

/// stdout is data, stderr everything else, and without a terminal a good run says nothing there.
@Suite(.timeLimit(.minutes(5)))
struct QuietTests {
    static let job =
        JobText.demo + """
            calls:
              - name: items
                get: /items
                query: {limit: 50, total: 120}
                paginate: {cursor: $.next_cursor, param: cursor}
                records: $.data[*]
                fields: {id: $.id}
            """

    static let expected = (1...120).map { "{\"id\":\($0)}\n" }.joined()

    @Test func aGoodRunSaysNothing() async throws {
        let scene = try await Scene(job: Self.job)
        let result = try await scene.run()
        #expect(result.exitCode == 0)
        #expect(result.output == Self.expected)
        #expect(result.errors == "")
    }

    /// With `-v` or `--trace` more is said, and the data stays the same.
    @Test(arguments: [["-v"], ["--trace"], ["-v", "--trace"], ["-q"], ["--color", "always"]])
    func moreIsSaidOnStderr(_ flags: [String]) async throws {
        let scene = try await Scene(job: Self.job)
        let result = try await scene.run(["run", "job.yaml"] + flags)
        #expect(result.exitCode == 0)
        #expect(result.output == Self.expected)
        #expect(result.errors.contains("items: 3 answers, 120 records") == flags.contains("-v"))
        #expect(result.errors.contains("> GET ") == flags.contains("--trace"))
        #expect(result.errors.isEmpty == (flags == ["-q"] || flags.contains("--color")))
    }

    @Test func aJobWithFilesPrintsNothing() async throws {
        let scene = try await Scene(job: Self.job + "\n    write: out.jsonl")
        let result = try await scene.run()
        #expect(result.exitCode == 0)
        #expect(result.output == "")
        #expect(result.errors == "")
        #expect(scene.folder.read("out.jsonl") == Self.expected)
    }

    @Test func failuresGoToStderr() async throws {
        let scene = try await Scene(job: JobText.demo + "calls: [{get: /faults/status/404}]")
        let result = try await scene.run()
        #expect(result.exitCode == 1)
        #expect(result.output == "")
        #expect(result.errors.contains("404"))
        #expect(!result.errors.contains("\u{1B}"), "no colour without a terminal")
    }
}
