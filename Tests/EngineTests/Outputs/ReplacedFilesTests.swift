import Sinks
import Testing

@testable import Engine

@Suite struct ReplacedFilesTests {
    @Test func giveAFileToOneRunOfTheProcess() async throws {
        let folder = try TemporaryDirectory()
        let configuration = SinkConfiguration(target: .file(folder.path("a.jsonl")), format: .jsonl)
        let (first, second) = (OutputStore(), OutputStore())
        try await first.open(configuration, for: "call")
        let error = try await #require(throws: SinkError.self) { try await second.open(configuration, for: "call") }
        #expect(error.message == "another run of this process writes to it")
        await first.rollback()
        try await second.open(configuration, for: "call")
        await second.rollback()
    }
}
