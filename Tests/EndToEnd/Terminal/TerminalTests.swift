import Foundation
import Testing

/// What stands on a terminal during a run and after it.
@Suite(.enabled(if: Terminal.isThere, "script (util-linux) is not installed"), .timeLimit(.minutes(5)))
struct TerminalTests {
    static let slowJob =
        JobText.demo + """
            calls:
              - name: items
                get: /items
                query: {limit: 10, total: 30, delay_ms: 400}
                paginate: {cursor: $.next_cursor, param: cursor}
                records: $.data[*]
                write: out.jsonl
            """

    static let failingJob = JobText.demo + "calls: [{get: /faults/status/404}]"

    @Test func aLiveLineComesAndGoes() async throws {
        let scene = try await Scene(job: Self.slowJob)
        let result = try await Terminal.run("errand run job.yaml", in: scene)
        #expect(result.exitCode == 0)
        #expect(result.output.contains("items · 1 page · 10 records · "), "no live line")
        let screen = Screen(result.output)
        #expect(screen.lines == [""])
        #expect(screen.unknown == [])
    }

    /// A line that wrapped would leave its rests on the screen.
    @Test func aNarrowTerminal() async throws {
        let scene = try await Scene(job: Self.slowJob)
        let result = try await Terminal.run("stty cols 20; errand run job.yaml", in: scene)
        #expect(result.exitCode == 0)
        #expect(result.output.contains("\ritems · 1 page · 10"), "no live line")
        let widest = result.output.split { ["\r", "\r\n", "\u{1B}"].contains($0) }.map(\.count).max()
        #expect(widest ?? 0 < 20)
    }

    @Test(arguments: ["errand run job.yaml -q", "errand run job.yaml 2>errors"])
    func noLiveLine(_ line: String) async throws {
        let scene = try await Scene(job: Self.slowJob)
        let result = try await Terminal.run(line, in: scene)
        #expect(result.exitCode == 0)
        #expect(result.output == "")
        #expect(scene.folder.read("errors") ?? "" == "")
    }

    /// The live line gives way to what else is said: no line has rests of it.
    @Test func linesAndTheLiveLine() async throws {
        let scene = try await Scene(job: Self.slowJob)
        let result = try await Terminal.run("errand run job.yaml -v", in: scene)
        #expect(result.exitCode == 0)
        let lines = Screen(result.output).lines
        #expect(lines.count == 2)
        #expect(lines.first?.hasPrefix("items: 3 answers, 30 records, ") == true)
        #expect(lines.last == "")
    }

    /// Records on the terminal are whole lines, with nothing of the live line in them.
    @Test func dataAndTheLiveLine() async throws {
        let job = Self.slowJob.replacingOccurrences(of: "out.jsonl", with: "stdout")
        let scene = try await Scene(job: job + "\n    fields: {id: $.id}")
        let result = try await Terminal.run("errand run job.yaml", in: scene)
        #expect(result.exitCode == 0)
        #expect(Screen(result.output).lines == (1...30).map { "{\"id\":\($0)}" } + [""])
    }

    @Test func aFailureIsInColour() async throws {
        let scene = try await Scene(job: Self.failingJob)
        let result = try await Terminal.run("errand run job.yaml", in: scene)
        #expect(result.exitCode == 1)
        let screen = Screen(result.output)
        #expect(screen.usesColor)
        #expect(screen.unknown == [])
        #expect(screen.lines.first?.hasPrefix("error[") == true)
    }

    struct Colourless: Sendable {
        var line: String
        var environment: [String: String] = [:]
    }

    @Test(arguments: [
        Colourless(line: "errand run job.yaml", environment: ["NO_COLOR": "1"]),
        Colourless(line: "errand run job.yaml", environment: ["TERM": "dumb"]),
        Colourless(line: "errand run job.yaml --color never"),
        Colourless(line: "errand run job.yaml 2>errors; cat errors"),
    ])
    func aFailureWithoutColour(_ run: Colourless) async throws {
        let scene = try await Scene(job: Self.failingJob)
        let result = try await Terminal.run(run.line, in: scene, environment: run.environment)
        let screen = Screen(result.output)
        #expect(!screen.usesColor)
        #expect(screen.lines.first?.hasPrefix("error[") == true)
    }

    @Test func colourOnRequest() async throws {
        let scene = try await Scene(job: Self.failingJob)
        let result = try await scene.run(["run", "job.yaml", "--color", "always"])
        #expect(Screen(result.errors).usesColor)
    }

    /// What a server sends reaches the terminal with its control characters made visible.
    @Test(arguments: [
        "get: /faults/json/control-error", "get: /faults/json/raw-control",
        "{get: /echo, auth: hostile}", "get: ${env.DEMO_RAW}/odd-headers",
        "{get: '${env.DEMO_RAW}/odd-headers', expect: {headers: {X-Escape: none}}}",
        "{get: /faults/json/control, expect: {body: \"$.data[0].name == 'x'\"}}",
        "{get: /faults/json/control, records: '$.data[*]', fields: {name: {path: $.name, type: number}}}",
    ])
    func hostileAnswers(_ call: String) async throws {
        let scene = try await Scene(
            job: """
                auth:
                  - {name: default, type: bearer, token: none-of-this-is-secret}
                  - name: hostile
                    token_url: ${env.DEMO_API}/oauth/token?error=terminal
                    client_id: demo
                    client_secret: ${env.DEMO_SECRET}
                defaults: {base_url: "${env.DEMO_API}", auth: none}
                calls:
                  - name: hostile
                    \(call.hasPrefix("{") ? "<<: \(call)" : call)
                """)
        let raw = try await scene.server.stats().origins.raw
        for flags in ["", " -v", " --trace"] {
            let result = try await Terminal.run(
                "errand run job.yaml\(flags) >out", in: scene, environment: ["DEMO_RAW": raw])
            #expect([0, 1, 2, 77].contains(result.exitCode))
            let screen = Screen(result.output)
            #expect(screen.unknown == [], "on the terminal with '\(flags)'")
            #expect(!screen.lines.contains { $0.hasPrefix("error[E9999]") }, "a line that looks like ours")
        }
    }

    @Test func hostileHeadersInACall() async throws {
        let scene = try await Scene()
        let raw = try await scene.server.stats().origins.raw
        let result = try await Terminal.run("errand call \(raw)/odd-headers -i --trace", in: scene)
        #expect(result.exitCode == 0)
        #expect(Screen(result.output).unknown == [])
        #expect(result.output.contains("{\"ok\":true}"))
    }

    /// A job file from elsewhere cannot write to the terminal either.
    @Test func hostileJobFile() async throws {
        let scene = try await Scene(
            job: "calls:\n  - get: \"/x\u{9B}31m\"\n    \"a\\e]0;owned\\ab\": 1\n    \u{202E}: 2\n")
        let result = try await Terminal.run("errand check job.yaml", in: scene)
        #expect(result.exitCode == 78)
        #expect(Screen(result.output).unknown == [])
        #expect(!result.output.contains("\u{202E}"), "text that turns the line around")
    }
}
