import Diagnostics
import JSON
import JobFile

import Template
import Testing

/// What files that are included bring in.
struct IncludeTests {
    static let shared = SourceFile(
        name: "shared.yaml",
        text: """
            include: base.yaml
            x-anchors: {a: 1}
            inputs: {region: eu, count: 1}
            vars: {api: "https://${inputs.region}.a.example", path: /v1}
            auth: {type: bearer, token: shared}
            defaults:
              base_url: ${vars.api}
              headers: {X-A: 1, X-B: 2}
              retry: {attempts: 3, base: 1s}
            options: {deadline: 1m}
            """)
    static let base = SourceFile(
        name: "base.yaml", text: "inputs: {region: us, depth: 1}\ndefaults: {timeout: 7s, redirects: 1}\n")

    @Test func thisFileWins() throws {
        let loaded = load(
            """
            include: [shared.yaml]
            vars: {path: /v2}
            defaults:
              headers: {x-a: null, X-C: 3}
              retry: {attempts: 9}
              redirects: 2
            options: {allow_http: true}
            calls: [{get: /x}]
            """, including: [Self.shared, Self.base])
        let job = try #require(loaded.job)
        #expect(loaded.diagnostics == [])
        #expect(Set(job.values.inputs.keys) == ["region", "count", "depth"])
        #expect(job.values.vars["path"]?.json == .string("/v2"))
        #expect(job.calls[0].request.baseURL == "https://eu.a.example")
        #expect(job.calls[0].request.headers.map(\.name) == ["X-B", "x-a", "X-C", "Accept"])
        #expect(job.calls[0].retry.maxAttempts == 9)
        #expect(job.calls[0].retry.baseDelay == .seconds(1))
        #expect(job.calls[0].transport.timeout == .seconds(7))
        #expect(job.calls[0].redirects == 2)
        #expect(job.options == RunOptions(deadline: .seconds(60), allowHTTP: true))
        #expect(job.calls[0].authorization == .source("default"))
    }

    @Test func mistakesPointIntoTheRightFile() {
        let marked = MarkedText("⟦cals⟧: []\nvars: {a: \"${⟦inputs.x⟧}\"}\n", name: "shared.yaml")
        let (file, diagnostics) = check(
            SourceFile(name: "job.yaml", text: "include: shared.yaml\ncalls: []\n"), including: [marked.file])
        #expect(file == nil)
        #expect(diagnostics.map(\.code.rawValue) == ["E0203", "E0502"])
        #expect(diagnostics.map(\.span) == marked.spans)
    }

    @Test func aWholeJobCanBeIncluded() throws {
        let other = SourceFile(
            name: "other.yaml",
            text: "job: other\nauth: {type: bearer, token: x}\ncalls: [{get: /x, name: a}]\nfinally: [{get: /y}]\n")
        let loaded = load("include: other.yaml\ncalls: [{get: https://a.example}]\n", including: [other])
        let job = try #require(loaded.job)
        #expect(job.name == "job")
        #expect(job.calls.map(\.name) == ["call_1"])
        #expect(job.finalCalls.isEmpty)
        #expect(job.calls[0].authorization == .source("default"))
    }

    @Test func aFileThatIsIncludedTwiceIsReportedOnce() {
        let broken = SourceFile(name: "broken.yaml", text: "nonsense: 1\n")
        let other = SourceFile(name: "other.yaml", text: "include: broken.yaml\n")
        let diagnostics = check(
            SourceFile(name: "job.yaml", text: "include: [broken.yaml, other.yaml]\ncalls: []\n"),
            including: [broken, other]
        ).diagnostics
        #expect(diagnostics.map(\.code.rawValue) == ["E0203"])
    }

    @Test func includesEndSomewhere() {
        /// Answers with a new file each time, which includes the next one.
        struct EndlessLoader: SourceLoader {
            func load(_ path: String, from file: SourceFile) throws(SourceLoadError) -> SourceFile {
                SourceFile(name: path + "x", text: "include: [\(path)x, \(path)y]\n")
            }
        }
        var diagnostics = DiagnosticList()
        let file = JobFile.check(
            SourceFile(name: "job.yaml", text: "include: a\ncalls: []\n"), loader: EndlessLoader(), environment: nil,
            diagnostics: &diagnostics)
        #expect(file == nil)
        #expect(Set(diagnostics.all.map(\.code.rawValue)) == ["E0219"])
    }
}
