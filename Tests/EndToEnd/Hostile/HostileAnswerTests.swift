import Foundation
import Testing

/// Answers that break every rule end in one of the documented exit codes, never in a crash.
@Suite(.timeLimit(.minutes(5)))
struct HostileAnswerTests {
    static let paths =
        [
            "odd-headers", "folded-header", "many-headers", "bad-chunk", "cut-chunk", "cut-length", "cut-headers",
            "two-lengths", "not-http", "close", "no-length", "bad-gzip", "unknown",
        ].map { "{RAW}/" + $0 }
        + [
            "json/invalid", "json/truncated", "json/empty", "json/html", "json/deep", "json/open?depth=1000000",
            "json/control", "json/control-error", "json/raw-control", "json/nan", "json/bom", "json/bad-utf8",
            "json/duplicate", "json/numbers", "json/long-number", "json/trailing", "json/scalar", "json/null",
            "json/formula", "json/mixed", "cut?kind=length", "cut?kind=chunked", "cut?kind=slow", "gzip",
            "gzip?label=none",
            "gzip-bomb?mb=8", "huge?bytes=3000000", "status/204", "status/304", "status/599", "redirect/loop",
            "redirect/file", "conflict",
        ].map { "{API}/faults/" + $0 }

    /// By a job, with everything that reads an answer.
    @Test(arguments: paths)
    func aRun(_ path: String) async throws {
        let scene = try await Scene(
            job: """
                defaults: {retry: {attempts: 2, base: 1ms, max: 1ms}, max_response: 1MiB, on_error: continue}
                calls:
                  - {get: "${env.URL}", write: out.jsonl}
                  - {get: "${env.URL}", write: out.csv, records: "$.data[*]", fields: {id: $.id, name: $.name}}
                  - {get: "${env.URL}", response: text, extract: {first: {regex: "^(.)", required: false}}, write: out.txt}
                  - {get: "${env.URL}", download: out.bin}
                  - {get: "${env.URL}", paginate: {next_url: $.next}, expect: {body: "$.data == 1"}, write: pages.json}
                """)
        let result = try await scene.run(
            ["run", "job.yaml", "--trace"], environment: ["URL": try await url(path, scene)])
        expectDocumented(result)
        #expect(!scene.folder.files().contains { $0.hasPrefix(".") }, "a temporary file was left")
    }

    /// By hand.
    @Test(arguments: paths)
    func aCall(_ path: String) async throws {
        let scene = try await Scene(job: "defaults: {retry: false, max_response: 1MiB}\ncalls: [{get: /}]")
        let url = try await url(path, scene)
        for flags in [["-i"], ["--query", "$..id"], ["-o", "body"]] {
            expectDocumented(try await scene.run(["call", url, "--job", "job.yaml"] + flags))
        }
    }

    /// As a token endpoint.
    @Test(arguments: paths)
    func aToken(_ path: String) async throws {
        let scene = try await Scene(
            job: """
                auth: {token_url: "${env.URL}", client_id: demo, client_secret: "${env.DEMO_SECRET}"}
                calls: [{get: "${env.DEMO_API}/echo"}]
                """)
        let result = try await scene.run(["token", "job.yaml"], environment: ["URL": try await url(path, scene)])
        #expect([69, 75, 77].contains(result.exitCode), "exit code \(result.exitCode)")
        #expect(!result.isSignalled)
        #expect(result.output == "")
    }

    private func url(_ path: String, _ scene: Scene) async throws -> String {
        let origins = try await scene.server.stats().origins
        return path.replacingOccurrences(of: "{RAW}", with: origins.raw)
            .replacingOccurrences(of: "{API}", with: origins.main)
    }
}

/// Expects an end with an exit code that the documentation knows.
func expectDocumented(_ result: Program.Result, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(!result.isSignalled, "signal \(result.exitCode)", sourceLocation: sourceLocation)
    #expect(
        [0, 1, 2, 64, 65, 69, 73, 75, 77, 78].contains(result.exitCode), "exit code \(result.exitCode)",
        sourceLocation: sourceLocation)
    #expect(
        result.errors.isEmpty || result.exitCode != 0 || result.errors.contains("warning")
            || result.errors.contains("> "),
        "said something about a good run", sourceLocation: sourceLocation)
}
