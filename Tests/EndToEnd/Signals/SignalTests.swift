import Foundation
import Testing

/// SIGINT and SIGTERM end a run from wherever it stands, with its outputs taken back and `finally` called.
@Suite(.timeLimit(.minutes(5)))
struct SignalTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var place: InterruptedPlace
        var signal: Int32

        var testDescription: String { "\(place) \(signal == SIGINT ? "SIGINT" : "SIGTERM")" }
        var exitCode: Int32 { 128 + signal }
        var name: String { signal == SIGINT ? "SIGINT" : "SIGTERM" }
    }

    static let cases = InterruptedPlace.allCases.flatMap { place in
        [SIGINT, SIGTERM].map { Case(place: place, signal: $0) }
    }

    @Test(arguments: cases)
    func endsTheRun(_ interrupted: Case) async throws {
        let gate = try Gate()
        let scene = try await Scene(job: job(interrupted.place))
        try scene.folder.write("yesterday.jsonl", "{\"day\":\"yesterday\"}\n")
        try scene.folder.write("log.jsonl", "{\"day\":\"yesterday\"}\n")
        let program = try scene.start(["run", "job.yaml", "--trace"], environment: ["GATE": gate.url])
        try await arrival(at: interrupted.place, of: program, scene, gate)
        program.signal(interrupted.signal)
        let result = await program.result()

        #expect(!result.isSignalled)
        #expect(result.exitCode == interrupted.exitCode)
        #expect(result.errors.contains("the run was interrupted by \(interrupted.name)"))
        #expect(result.errors.contains("/echo/interrupted/\(interrupted.exitCode)"), "finally was not called")
        #expect(result.output == "")
        #expect(scene.folder.files() == ["job.yaml", "log.jsonl", "yesterday.jsonl"])
        #expect(scene.folder.read("yesterday.jsonl") == "{\"day\":\"yesterday\"}\n")
        #expect(scene.folder.read("log.jsonl") == "{\"day\":\"yesterday\"}\n")
    }

    /// What an earlier call appended stays, as that call has ended.
    @Test func keepsWhatAnEndedCallAppended() async throws {
        let gate = try Gate()
        let scene = try await Scene(
            job: JobText.demo + """
                calls:
                  - get: /echo
                    fields: {method: $.method}
                    write: {file: log.jsonl, mode: append}
                  - get: ${env.GATE}
                    auth: none
                    write: out.jsonl
                """)
        try scene.folder.write("log.jsonl", "{\"method\":\"OLD\"}\n")
        let program = try scene.start(environment: ["GATE": gate.url])
        try await gate.arrival()
        program.signal(SIGTERM)
        #expect(await program.result().exitCode == 143)
        #expect(scene.folder.files() == ["job.yaml", "log.jsonl"])
        #expect(scene.folder.read("log.jsonl") == "{\"method\":\"OLD\"}\n{\"method\":\"GET\"}\n")
    }

    /// The second signal does not wait for `finally`, nor for anything else.
    @Test(arguments: [SIGINT, SIGTERM])
    func aSecondSignalEndsAtOnce(_ second: Int32) async throws {
        let gates = (try Gate(), try Gate())
        let scene = try await Scene(
            job: """
                calls:
                  - get: ${env.GATE}
                    write: out.jsonl
                finally:
                  - get: ${env.SECOND_GATE}
                  - get: ${env.DEMO_API}/echo
                """)
        let program = try scene.start(environment: ["GATE": gates.0.url, "SECOND_GATE": gates.1.url])
        try await gates.0.arrival()
        program.signal(SIGINT)
        try await gates.1.arrival()
        program.signal(second)
        let result = await program.result()
        #expect(!result.isSignalled)
        #expect(result.exitCode == 128 + second)
        #expect(scene.folder.files() == ["job.yaml"])
        #expect(try await scene.server.stats().requests["GET /echo"] == nil)
    }

    /// A signal while `finally` is on ends it: the outputs are published already, and the process still says that it
    /// was interrupted.
    @Test(arguments: [SIGINT, SIGTERM])
    func duringFinally(_ signal: Int32) async throws {
        let gate = try Gate()
        let scene = try await Scene(
            job: """
                calls:
                  - get: ${env.DEMO_API}/echo
                    fields: {method: $.method}
                    write: out.jsonl
                finally:
                  - get: ${env.GATE}
                """)
        let program = try scene.start(environment: ["GATE": gate.url])
        try await gate.arrival()
        program.signal(signal)
        let result = await program.result()
        #expect(!result.isSignalled)
        #expect(result.exitCode == 128 + signal)
        #expect(scene.folder.read("out.jsonl") == "{\"method\":\"GET\"}\n")
    }

    /// The jobs that come later on the command line do not begin.
    @Test func laterJobsDoNotBegin() async throws {
        let gate = try Gate()
        let scene = try await Scene(job: "calls: [{get: \"${env.GATE}\"}]")
        try scene.folder.write("later.yaml", "calls: [{get: \"${env.DEMO_API}/echo\"}]")
        let program = try scene.start(["run", "job.yaml", "later.yaml"], environment: ["GATE": gate.url])
        try await gate.arrival()
        program.signal(SIGINT)
        #expect(await program.result().exitCode == 130)
        #expect(try await scene.server.stats().total_requests == 0)
    }

    /// A secret's command that does not end is ended.
    @Test(arguments: [
        ["run", "job.yaml"], ["token", "job.yaml"], ["call", "http://127.0.0.1:1/", "--job", "job.yaml"],
    ])
    func duringTheLoad(_ arguments: [String]) async throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "job.yaml",
            """
            secrets: {key: {command: [sh, -c, "echo $$ >started; exec sleep 50"]}}
            auth: {type: bearer, token: "${secrets.key}"}
            calls: [{get: "http://127.0.0.1:1/"}]
            """)
        let program = try Program(Products.errand, arguments, folder: folder.url)
        try await eventually { folder.read("started")?.hasSuffix("\n") == true }
        program.signal(SIGTERM)
        let result = await program.result()
        #expect(!result.isSignalled)
        #expect(result.exitCode == 143)
        #expect(result.output == "")
        #expect(result.errors == "")
        let pid = try #require(Int32(folder.read("started")?.trimmingCharacters(in: .newlines) ?? ""))
        #expect(kill(pid, 0) != 0, "the command goes on")
    }

    /// `call` and `token` end too, and leave nothing.
    @Test(arguments: [["call", "{GATE}", "-o", "body.bin"], ["token", "job.yaml"]])
    func otherCommands(_ arguments: [String]) async throws {
        let gate = try Gate()
        let scene = try await Scene(
            job: """
                auth: {token_url: "${env.GATE}", client_id: demo, client_secret: "${env.DEMO_SECRET}"}
                calls: [{get: "${env.DEMO_API}/echo"}]
                """)
        let program = try scene.start(
            arguments.map { $0.replacingOccurrences(of: "{GATE}", with: gate.url) }, environment: ["GATE": gate.url])
        try await gate.arrival()
        program.signal(SIGINT)
        let result = await program.result()
        #expect(!result.isSignalled)
        #expect(result.exitCode == 130)
        #expect(result.output == "")
        #expect(scene.folder.files() == ["job.yaml"])
    }

    /// The job in which the last call is interrupted: an earlier one has written, and it writes itself.
    private func job(_ place: InterruptedPlace) -> String {
        let isDownload = place == .download
        return """
            auth:
              - name: default
                token_url: ${env.DEMO_API}/oauth/token
                client_id: demo
                client_secret: ${env.DEMO_SECRET}
              - name: slow
                token_url: ${env.GATE}
                client_id: demo
                client_secret: ${env.DEMO_SECRET}
            defaults: {base_url: "${env.DEMO_API}", auth: none}
            calls:
              - name: before
                get: /echo
                write: yesterday.jsonl
              - name: interrupted
                \(place.call.hasPrefix("{") ? "<<: \(place.call)" : place.call)
                \(isDownload ? "" : "write: [new.jsonl, new.csv, {file: log.jsonl, mode: append}]")
            finally:
              - get: /echo/${run.outcome}/${run.exit_code}
            """
    }

    private func arrival(
        at place: InterruptedPlace, of program: Program, _ scene: Scene, _ gate: Gate
    ) async throws {
        switch place {
        case .answer, .token: try await gate.arrival()
        case .loop: try await gate.arrival(8)
        case .body, .download: try await scene.server.arrival(of: "GET /faults/slow")
        case .pages: try await scene.server.arrival(of: "GET /items", count: 5)
        case .backoff: try await eventually { program.errorsSoFar.contains("sent again in") }
        case .pause: try await eventually { program.errorsSoFar.contains("wants to be left alone") }
        }
    }
}
