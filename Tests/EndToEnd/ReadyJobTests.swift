import Foundation
import Testing

/// Every job in `Jobs` and `Examples` is checked and run, and what it wrote is held against `Golden/Jobs`.
struct ReadyJobTests {
    static let jobs: [String] = ["Jobs", "Examples"].flatMap { folder in
        let names =
            (try? FileManager.default.contentsOfDirectory(
                atPath: Products.repository.appendingPathComponent(folder).path)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted().map { folder + "/" + $0 }
    }

    @Test func thereAreJobs() {
        #expect(Self.jobs.count >= 20)
    }

    @Test(arguments: jobs)
    func checks(job: String) async throws {
        let variables = ["DEMO_API", "DEMO_SECRET", "TOKEN_URL", "CLIENT_ID", "CLIENT_SECRET", "API_URL"]
        let result = try await Program.errand(
            ["check", job], environment: Dictionary(uniqueKeysWithValues: variables.map { ($0, "http://127.0.0.1/") }),
            folder: Products.repository)
        #expect(result.exitCode == 0)
        #expect(result.output == "")
        #expect(result.errors == "")
    }

    @Test(arguments: jobs)
    func runs(job: String) async throws {
        let server = try await DemoServer.start()
        let folder = try TemporaryFolder()
        var environment = server.environment
        environment.merge([
            "TOKEN_URL": server.url + "/oauth/token", "CLIENT_ID": "demo", "CLIENT_SECRET": "demo-secret",
            "SCOPE": "read:data", "API_URL": server.url + "/customers/7",
        ]) { _, new in new }
        let result = try await Program.errand(
            ["run", job, "--out", folder.path], environment: environment, folder: Products.repository)
        #expect(result.exitCode == 0)
        #expect(result.errors == "", "a good run says nothing")
        let name = String(job.split(separator: "/").joined(separator: "-").dropLast(5))
        let golden = Golden(folder: Products.repository.appendingPathComponent("Tests/EndToEnd/Golden/Jobs/" + name))
        try golden.expect(try await server.neutral(Golden.shortened(result.output)), matches: "stdout")
        try golden.expect(folder.files().map { $0 + "\n" }.joined(), matches: "files")
        for file in folder.files() {
            let text = Golden.shortened(try await Self.text(of: file, in: folder))
            try golden.expect(try await server.neutral(text), matches: "out/" + file)
        }
        let requests = try await server.stats().requests.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)\n" }
        try golden.expect(requests.joined(), matches: "requests")
    }

    /// What a file says, as text.
    private static func text(of file: String, in folder: TemporaryFolder) async throws -> String {
        let unpack = [".gz": "gzip", ".zst": "zstd"].first { file.hasSuffix($0.key) }?.value
        if file.hasSuffix(".db") { return try TableDump.text(ofFile: folder.path + "/" + file) }
        guard let unpack else { return folder.read(file) ?? "" }
        return try await Program.shell("\(unpack) -dc \(file)", folder: folder.url).output
    }
}
