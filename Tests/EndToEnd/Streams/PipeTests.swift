import Foundation
import Testing

/// stdout as a pipe, a full disk or nothing at all.
@Suite(.timeLimit(.minutes(5)))
struct PipeTests {
    /// 20,000 records, about 6 MB.
    static let job =
        JobText.demo + """
            calls:
              - get: /items
                query: {limit: 2000, total: 20000}
                paginate: {cursor: $.next_cursor, param: cursor}
                records: $.data[*]
            """

    /// A reader that goes away ends the command quietly, as it ends any other of a pipe.
    @Test(arguments: [
        "errand run job.yaml", "errand query '$.data[*]' big.json", "errand call /items?limit=10000 --job job.yaml",
        "errand schema", "errand schema --reference", "errand --help",
    ])
    func aReaderThatGoesAway(_ command: String) async throws {
        let scene = try await Scene(job: Self.job)
        if command.contains("big.json") {
            let records = (0..<100_000).map { "{\"id\":\($0)}" }.joined(separator: ",")
            try scene.folder.write("big.json", "{\"data\":[\(records)]}")
        }
        let result = try await scene.shell("(\(command) 2>errors; echo $? >code) | head -c 10")
        #expect(result.output.utf8.count == 10)
        #expect(scene.folder.read("errors") == "")
        // 0 when all of it found room in the pipe.
        let code = try #require(scene.folder.read("code"))
        #expect(["73\n", "0\n"].contains(code), "exit code \(code)")
    }

    /// Every command that prints something.
    static let commands = [
        "errand run job.yaml", "errand query '$' job.json", "errand call /items?limit=10 --job job.yaml",
        "errand token job.yaml", "errand token job.yaml --decode", "errand check job.yaml --format json",
        "errand schema", "errand --help", "errand run --help", "errand help token", "errand --version",
    ]

    /// The reader is gone before anything is written.
    @Test(arguments: commands)
    func aReaderThatIsGone(_ command: String) async throws {
        let scene = try await Scene(job: Self.job)
        try scene.folder.write("job.json", "{}")
        let result = try await scene.shell(
            "mkfifo pipe; exec 4<>pipe 5>pipe 4<&-; \(command) >&5 2>errors; echo $?")
        #expect(result.output == "73\n")
        #expect(scene.folder.read("errors") == "")
    }

    @Test func filesAreTakenBackWhenTheReaderGoesAway() async throws {
        let scene = try await Scene(job: Self.job + "\n    write: [stdout, out.jsonl]")
        let result = try await scene.shell("(errand run job.yaml 2>errors; echo $? >code) | head -n1")
        #expect(result.output.split(separator: "\n").count == 1)
        #expect(scene.folder.read("code") == "73\n")
        #expect(scene.folder.read("errors") == "")
        #expect(scene.folder.files() == ["code", "errors", "job.yaml"])
    }

    /// Through a pipe whose reader is slow, the data is what a file gets.
    @Test func bigDataIsWhole() async throws {
        let scene = try await Scene(job: Self.job + "\n    write: [stdout, out.jsonl]")
        let result = try await scene.shell("errand run job.yaml | (sleep 0.3; cat) >piped.jsonl")
        #expect(result.errors == "")
        let piped = try #require(scene.folder.read("piped.jsonl"))
        #expect(piped == scene.folder.read("out.jsonl"), "the pipe and the file differ")
        #expect(piped.utf8.count > 5_000_000)
        #expect(piped.utf8.count { $0 == UInt8(ascii: "\n") } == 20_000)
    }

    @Test(arguments: commands)
    func aFullDisk(_ command: String) async throws {
        let scene = try await Scene(job: Self.job)
        try scene.folder.write("job.json", "{}")
        let result = try await scene.shell("\(command) >/dev/full")
        #expect(result.exitCode == 73)
        #expect(!result.isSignalled)
        if command == "errand run job.yaml" {
            #expect(result.errors.contains("no space is left on the disk"))
        } else {
            #expect(result.errors == "errand: stdout cannot be written: No space left on device\n")
        }
    }

    /// Without stdout or stderr no file or connection may take its number.
    @Test(arguments: ["0<&-", "1>&-", "2>&-", "0<&- 1>&- 2>&-"])
    func closedStreams(_ redirection: String) async throws {
        let scene = try await Scene(job: Self.job + "\n    write: [stdout, out.jsonl]")
        let closesOutput = redirection.contains("1>&-")
        let result = try await scene.shell("errand run job.yaml -v \(redirection)")
        #expect(result.exitCode == (closesOutput ? 73 : 0))
        if closesOutput {
            #expect(scene.folder.files() == ["job.yaml"])
        } else {
            let lines = try #require(scene.folder.read("out.jsonl")).split(separator: "\n")
            #expect(lines.count == 20_000)
            #expect(lines.allSatisfy { $0.hasPrefix("{\"id\":") && $0.hasSuffix("}") })
        }
    }
}
