import Foundation
import Testing

/// The jobs of the providers' presets, run against stand-ins that answer as the providers document it.
///
/// What a job wrote and which requests it took is held against `Golden/Jobs`.
@Suite(.enabled(if: TestKey.isPossible, "openssl is not installed"), .timeLimit(.minutes(5)))
struct ProviderJobTests {
    @Test func everyJobIsRun() throws {
        let folder = Products.repository.appendingPathComponent("Jobs/providers")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names.sorted() == ProviderCase.all.map { $0.name + ".yaml" }.sorted())
    }

    @Test(arguments: ProviderCase.all)
    func checks(_ provider: ProviderCase) async throws {
        let result = try await ProviderScene(provider).errand(["check", provider.job])
        #expect(result.exitCode == 0)
        #expect(result.output == "")
        #expect(result.errors == "")
    }

    @Test(arguments: ProviderCase.all)
    func runs(_ provider: ProviderCase) async throws {
        let scene = try await ProviderScene(provider)
        let result = try await scene.run()
        #expect(result.exitCode == 0)
        #expect(result.output == "")
        #expect(result.errors == "", "a good run says nothing")
        let golden = Golden(
            folder: Products.repository.appendingPathComponent(
                "Tests/EndToEnd/Golden/Jobs/Jobs-providers-" + provider.name))
        try golden.expect(scene.folder.files().map { $0 + "\n" }.joined(), matches: "files")
        for file in scene.folder.files() {
            try golden.expect(scene.folder.read(file) ?? "", matches: "out/" + file)
        }
        let requests = try await scene.server.stats().requests.sorted { $0.key < $1.key }
        try golden.expect(
            requests.filter { !$0.key.contains(" /admin/") }.map { "\($0.value) \($0.key)\n" }.joined(),
            matches: "requests")
    }

    /// Without a token nothing is written, and the message says what to look at.
    @Test(arguments: ProviderCase.all)
    func isRefused(_ provider: ProviderCase) async throws {
        let scene = try await ProviderScene(provider)
        let result = try await scene.run(provider.refusal.environment)
        #expect(result.exitCode == 77)
        #expect(result.output == "")
        for part in provider.refusal.message { #expect(result.errors.contains(part)) }
        #expect(scene.folder.files() == [])
        #expect(!result.errors.contains("-secret-1906"))
        #expect(!result.errors.contains("PRIVATE KEY-----"))
    }
}
