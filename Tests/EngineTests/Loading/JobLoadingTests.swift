import Diagnostics
import JSON
import JobFile
import Secrets
import Template
import Testing

@testable import Engine

@Suite struct JobLoadingTests {
    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
    }

    private let call = "calls:\n  - get: https://api.example.com/\n"

    @Test func checksWithoutRunningAnything() throws {
        let marker = folder.path("marker")
        let path = try folder.write(
            "job.yaml", "secrets: {key: {command: [touch, \(marker)]}}\n\(call)    headers: {X: '${secrets.key}'}\n")
        #expect(JobLoading(environment: [:]).check(path: path).diagnostics.all.map(\.title) == [])
        #expect(folder.names == ["job.yaml"])
    }

    @Test func saysWhatIsWrong() throws {
        let path = try folder.write("job.yaml", "\(call)    recods: $.x\n")
        let diagnostics = JobLoading(environment: [:]).check(path: path).diagnostics
        #expect(diagnostics.hasErrors)
        #expect(diagnostics.all.first?.span?.text == "recods")
    }

    @Test func saysWhenAFileCannotBeRead() throws {
        let missing = JobLoading(environment: [:]).check(path: folder.path("none.yaml")).diagnostics
        #expect(missing.all.map(\.code) == [.jobUnreadable])
        let large = try folder.write("large.yaml", String(repeating: "#", count: JobLoading.maximumSize + 1))
        let diagnostic = JobLoading(environment: [:]).check(path: large).diagnostics.all.first
        #expect(diagnostic?.title.contains("larger than 1048576 bytes") == true)
    }

    @Test func includesFromTheFolderOfTheJob() async throws {
        try folder.write("common/auth.yaml", "vars: {host: api.example.com}\n")
        let path = try folder.write(
            "job.yaml", "include: common/auth.yaml\ncalls:\n  - get: https://${vars.host}/\n")
        let (loaded, diagnostics) = await load(path)
        #expect(diagnostics.all.map(\.title) == [])
        #expect(loaded?.job.calls.count == 1)
    }

    @Test func saysWhenAnIncludedFileIsMissing() throws {
        let path = try folder.write("job.yaml", "include: none.yaml\n\(call)")
        let diagnostics = JobLoading(environment: [:]).check(path: path).diagnostics
        #expect(diagnostics.hasErrors)
        #expect(diagnostics.all.first?.span?.text == "none.yaml")
    }

    @Test func learnsEverySecret() async throws {
        try folder.write("key.txt", "from-the-file\n")
        let path = try folder.write(
            "job.yaml",
            """
            secrets: {key: {file: key.txt}}
            auth: {type: bearer, token: "${env.TOKEN}"}
            \(call)
                headers: {X-Key: "${secrets.key}"}
            """)
        let redactor = Redactor()
        let (loaded, diagnostics) = await load(path, environment: ["TOKEN": "from-the-environment"], redactor: redactor)
        #expect(diagnostics.all.map(\.title) == [])
        #expect(loaded != nil)
        #expect(redactor.redact("from-the-file, from-the-environment") == "***, ***")
    }

    @Test func needsEverySecret() async throws {
        let path = try folder.write(
            "job.yaml",
            "secrets: {a: {env: A}, b: {file: b}}\n\(call)    headers: {A: '${secrets.a}', B: '${secrets.b}'}\n")
        let (loaded, diagnostics) = await load(path)
        #expect(loaded == nil)
        #expect(
            diagnostics.all.filter { $0.severity == .error }.map(\.code) == [.secretUnavailable, .secretUnavailable])
    }

    @Test func takesInputs() async throws {
        let path = try folder.write(
            "job.yaml", "inputs: {n: 1}\nvars: {v: '${inputs.n}'}\ncalls:\n  - get: https://x.example/${vars.v}\n")
        let (loaded, _) = await load(path, inputs: [("n", "7")])
        #expect(loaded?.job.values.vars["v"]?.json.serialized() == "7")
        let (none, diagnostics) = await load(path, inputs: [("n", "many")])
        #expect(none == nil)
        #expect(diagnostics.hasErrors)
    }

    @Test func readsFilesFromTheFolderOfTheJob() async throws {
        try folder.write("query.sql", "SELECT 1")
        let path = try folder.write("job.yaml", "vars: {sql: '${read(\"query.sql\")}'}\n\(call)")
        let (loaded, diagnostics) = await load(path)
        #expect(diagnostics.all.map(\.title) == [])
        #expect(loaded?.job.values.vars["sql"]?.json.serialized() == "\"SELECT 1\"")
    }

    private func load(
        _ path: String, environment: [String: String] = [:], inputs: [(name: String, value: String)] = [],
        redactor: Redactor = Redactor()
    ) async -> (job: LoadedJob?, diagnostics: DiagnosticList) {
        let loading = JobLoading(environment: environment)
        return await loading.load(loading.check(path: path), inputs: inputs, redactor: redactor)
    }
}
