import Foundation
import Testing

/// Each folder of `Cases` is a run of the binary: the job and other files it starts from, in `arguments` the command
/// line (`run job.yaml` without it), and in `expected` what came of it: `exit`, `stdout`, `stderr`, `requests` (what
/// DemoAPI got) and `files/…` (what the run left behind besides its inputs).
struct GoldenCaseTests {
    static let folder = Products.repository.appendingPathComponent("Tests/EndToEnd/Cases")

    static let cases: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted()
    }()

    @Test func thereAreCases() {
        #expect(Self.cases.count >= 40)
    }

    @Test(arguments: cases)
    func endsAsExpected(name: String) async throws {
        let source = Self.folder.appendingPathComponent(name)
        let folder = try TemporaryFolder()
        let inputs = try copyInputs(from: source, to: folder)
        let server = try await DemoServer.start()
        let origins = try await server.stats().origins
        var environment = server.environment
        environment["DEMO_OTHER"] = origins.other
        environment["DEMO_RAW"] = origins.raw
        let arguments = folder.read("arguments")?.split(separator: "\n").map { line in
            environment.reduce(String(line)) { $0.replacingOccurrences(of: "{\($1.key)}", with: $1.value) }
        }
        let result = try await Program.errand(
            arguments ?? ["run", "job.yaml"], environment: environment, folder: folder.url,
            input: folder.read("stdin") ?? "")
        let golden = Golden(folder: source.appendingPathComponent("expected"))
        #expect(!result.isSignalled, "signal \(result.exitCode)")
        try golden.expect("\(result.exitCode)\n", matches: "exit")
        try golden.expect(try await neutral(result.output, server, folder), matches: "stdout")
        try golden.expect(try await neutral(result.errors, server, folder), matches: "stderr")
        let left = folder.files().filter { !inputs.contains($0) || folder.read($0) != read(source, $0) }
        try golden.expect(left.map { $0 + "\n" }.joined(), matches: "left")
        for file in left {
            let text = Golden.shortened(folder.read(file) ?? "")
            try golden.expect(try await neutral(text, server, folder), matches: "files/" + file)
        }
        let stats = try await server.stats()
        let requests = stats.requests.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)\n" }
        try golden.expect(requests.joined(), matches: "requests")
        #expect(stats.other.with_credentials == 0, "credentials went to another origin")
    }

    private func copyInputs(from source: URL, to folder: TemporaryFolder) throws -> Set<String> {
        var inputs: Set<String> = []
        let names = FileManager.default.enumerator(atPath: source.path)?.compactMap { $0 as? String } ?? []
        for name in names where !name.hasPrefix("expected") {
            guard let text = read(source, name) else { continue }
            try folder.write(name, text)
            inputs.insert(name)
        }
        return inputs
    }

    private func read(_ folder: URL, _ name: String) -> String? {
        (try? Data(contentsOf: folder.appendingPathComponent(name))).map { String(decoding: $0, as: UTF8.self) }
    }

    private func neutral(_ text: String, _ server: DemoServer, _ folder: TemporaryFolder) async throws -> String {
        try await server.neutral(text).replacingOccurrences(of: folder.path, with: "/case")
    }
}
