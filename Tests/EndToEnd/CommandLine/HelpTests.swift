import Foundation
import Testing

/// `--help`, `--version`, and what is wrong with a command line.
@Suite(.timeLimit(.minutes(5)))
struct HelpTests {
    @Test(arguments: [[], ["run"], ["check"], ["call"], ["token"], ["query"], ["schema"]])
    func helpShowsExamples(_ command: [String]) async throws {
        for arguments in [command + ["--help"], ["help"] + command] {
            let result = try await Program.errand(arguments)
            #expect(result.exitCode == 0)
            #expect(result.output.contains("Examples:\n"))
            #expect(result.output.contains("  errand \(command.first ?? "run") "))
            #expect(result.errors == "")
            // The usage is one line, as long as it has to be.
            let lines = result.output.split(separator: "\n").filter { !$0.hasPrefix("USAGE: ") }
            #expect(lines.allSatisfy { $0.count <= 120 })
        }
    }

    @Test func helpNamesEveryCommand() async throws {
        let result = try await Program.errand(["--help"])
        for command in ["run", "check", "call", "token", "doctor", "query", "schema", "state"] {
            #expect(result.output.contains("  \(command) "))
        }
    }

    @Test func version() async throws {
        let result = try await Program.errand(["--version"])
        #expect(result.exitCode == 0)
        #expect(result.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
        #expect(result.errors == "")
    }

    @Test(arguments: [
        ["runn", "job.yaml"], ["run"], ["run", "job.yaml", "--unknown"], ["run", "job.yaml", "--input"],
        ["run", "job.yaml", "--input", "novalue"], ["run", "job.yaml", "-q", "-v"],
        ["run", "job.yaml", "--color", "red"],
        ["run", "job.yaml", "--env-file", "nothing.env"], ["check"], ["check", "--format", "xml", "job.yaml"],
        ["call"], ["call", "GET", "/", "more"], ["call", "http://127.0.0.1/", "-d", "a", "--json", "1"],
        ["call", "http://127.0.0.1/", "--json", "{"], ["call", "http://127.0.0.1/", "-H", "no colon"],
        ["call", "http://127.0.0.1/", "--query", "$[", "-i"], ["call", "http://127.0.0.1/", "--query", "$", "-o", "x"],
        ["call", "/", "--job", "job.yaml", "--token-url", "http://127.0.0.1/", "--client-id", "x"],
        ["call", "/", "--token-url", "http://127.0.0.1/"], ["token"], ["token", "--client-id", "x"],
        ["token", "job.yaml", "--header", "--decode"], ["token", "job.yaml", "--source", "nothing"],
        ["query"], ["query", "$["], ["query", "$", "nothing.json"], ["query", "data"], ["schema", "more"],
    ])
    func wrongUsage(_ arguments: [String]) async throws {
        let scene = try await Scene(job: JobText.demo + "calls: [{get: /echo}]")
        let result = try await scene.run(arguments)
        #expect(result.exitCode == 64)
        #expect(result.output == "")
        #expect(result.errors != "")
        #expect(try await scene.server.stats().total_requests == 0)
    }

    /// Not what seems to follow from it.
    @Test(arguments: [
        ["token", "--token-url", "http://127.0.0.1:1/t", "--client-id", "demo", "--nope", "x"],
        ["token", "--nope", "x", "--client-id", "demo"], ["token", "--nope"],
        ["token", "--client-id", "demo", "--nope"],
        ["token", "job.yaml", "--header", "--decode", "--nope"], ["call", "/", "--token-url", "x", "--nope"],
    ])
    func anOptionThatDoesNotExist(_ arguments: [String]) async throws {
        let result = try await Program.errand(arguments)
        #expect(result.exitCode == 64)
        #expect(result.errors.hasPrefix("Error: Unknown option '--nope'"))
        #expect(result.errors.contains("Usage: errand \(arguments[0]) "))
    }

    @Test func aMissingValue() async throws {
        let result = try await Program.errand(["token", "--token-url", "http://127.0.0.1:1/t", "--client-id"])
        #expect(result.exitCode == 64)
        #expect(result.errors.hasPrefix("Error: Missing value for '--client-id"))
    }

    /// A job that is not there is a wrong command line, as a job that is wrong is not.
    @Test(arguments: [["run", "nothing.yaml"], ["check", "nothing.yaml"], ["token", "nothing.yaml"], ["run", "."]])
    func aJobThatIsNotThere(_ arguments: [String]) async throws {
        let scene = try await Scene()
        let result = try await scene.run(arguments)
        #expect(result.exitCode == 78)
        #expect(result.output == "")
        #expect(result.errors.contains(arguments[1]))
    }
}
