import Foundation
import Testing

/// `errand state`, on a state of each test's own.
@Suite(.timeLimit(.minutes(5)))
struct StateCommandTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func state(_ arguments: [String]) async throws -> Program.Result {
        try await Program.errand(
            ["state"] + arguments, environment: ["XDG_STATE_HOME": folder.path + "/state"], folder: folder.url)
    }

    /// What `show --json` says of the positions of a job.
    private func positions(_ job: String) async throws -> [[String: Any]] {
        let result = try await state(["show", job, "--json"])
        let content = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        return try #require(content?["positions"] as? [[String: Any]])
    }

    @Test func lookingMakesNothing() async throws {
        for (arguments, output) in [
            (["list"], ""), (["list", "--json"], "[]\n"), (["history"], ""), (["history", "x", "--json"], "[]\n"),
        ] {
            let result = try await state(arguments)
            #expect(result.exitCode == 0)
            #expect(result.output == output)
            #expect(result.errors == "")
        }
        #expect(try await state(["show", "orders"]).exitCode == 64)
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/state"))
    }

    @Test func setShowAndReset() async throws {
        #expect(try await state(["set", "orders", "list", "2026-01-01T00:00:00Z"]).exitCode == 0)
        #expect(try await state(["set", "orders", "lines", "4711", "--key", "eu"]).exitCode == 0)
        #expect(try await state(["set", "orders", "changes", "a\u{1B}[31mb", "--token"]).exitCode == 0)
        let again = try await state(["set", "orders", "list", "2026-02-01T00:00:00Z"])
        #expect(again.errors.contains("it was 2026-01-01T00:00:00Z"))
        let shown = try await state(["show", "orders"])
        #expect(shown.output.contains("2026-02-01T00:00:00Z") && shown.output.contains("4711"))
        #expect(!shown.output.contains("\u{1B}"))
        let positions = try await positions("orders")
        #expect(positions.map { $0["call"] as? String } == ["changes", "lines", "list"])
        #expect(positions.map { $0["token"] as? String } == ["a\u{1B}[31mb", nil, nil])
        #expect(positions.map { $0["key"] as? String } == [nil, "eu", nil])
        #expect(try await state(["reset", "orders", "list"]).exitCode == 0)
        #expect(try await self.positions("orders").count == 2)
        let reset = try await state(["reset", "orders"])
        #expect(reset.exitCode == 0)
        #expect(reset.output == "" && reset.errors == "job 'orders' begins anew\n")
        #expect(try await state(["list"]).output == "")
        #expect(try await state(["show", "orders"]).exitCode == 64)
    }

    @Test func onlyTheOwnerCanRead() async throws {
        let command = "umask 0777; errand state set orders list 1; umask 022; find state -printf '%m %P\\n' | sort"
        let result = try await Program.shell(
            command, environment: ["XDG_STATE_HOME": folder.path + "/state"], folder: folder.url)
        let lines = result.output.split(separator: "\n")
        #expect(lines.count == 5)
        #expect(lines.allSatisfy { $0.hasPrefix($0.hasSuffix(".db") || $0.hasSuffix(".lock") ? "600 " : "700 ") })
    }

    @Test func manyAtOnceLoseNothing() async throws {
        try await withThrowingTaskGroup(of: Int32.self) { group in
            for number in 0..<30 {
                group.addTask { try await state(["set", "job\(number)", "list", "\(number)"]).exitCode }
            }
            for try await code in group { #expect(code == 0) }
        }
        let list = try await state(["list", "--json"])
        let jobs = try JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [Any]
        #expect(jobs?.count == 30)
    }

    @Test func aRunningJobIsLeftAlone() async throws {
        #expect(try await state(["set", "orders", "list", "1"]).exitCode == 0)
        let result = try await Program.shell(
            "for f in state/errand/locks/*; do flock \"$f\" errand state reset orders; done",
            environment: ["XDG_STATE_HOME": folder.path + "/state"], folder: folder.url)
        #expect(result.exitCode == 75)
        #expect(result.errors.contains("a run of job 'orders' is going on"))
        #expect(try await positions("orders").count == 1)
    }

    @Test(arguments: ["garbage, and no database", ""])
    func aDamagedFileStays(_ content: String) async throws {
        try folder.write("state.db", content)
        for arguments in [["list"], ["set", "orders", "list", "1"], ["reset", "orders"]] {
            let result = try await state(arguments + ["--state", "sqlite:state.db"])
            #expect(result.exitCode == 73)
            #expect(result.errors.contains("state.db: "))
        }
        #expect(folder.read("state.db") == content)
    }

    @Test(arguments: ["state.db", "sqlite:", "postgres://me:hunter2@127.0.0.1:1/x"])
    func aPlaceThatIsNone(_ place: String) async throws {
        let result = try await state(["list", "--state", place])
        #expect(result.exitCode == 64)
        #expect(!result.errors.contains("hunter2"))
    }

    @Test func aServerThatIsNotThere() async throws {
        let result = try await Program.errand(
            ["state", "list"], environment: ["ERRAND_STATE": "postgres://me:hunter2@127.0.0.1:1/x"])
        #expect(result.exitCode == 73)
        #expect(result.errors.contains("127.0.0.1") && !result.errors.contains("hunter2"))
    }

    @Test(arguments: [["state"], ["state", "list"], ["state", "show"], ["state", "set"], ["state", "reset"]])
    func helpShowsExamples(_ command: [String]) async throws {
        let result = try await Program.errand(command + ["--help"])
        #expect(result.exitCode == 0)
        #expect(result.output.contains("Examples:\n  errand state "))
    }
}
