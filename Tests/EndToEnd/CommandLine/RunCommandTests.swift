import Foundation
import Testing

/// `errand run` and `errand check` with their flags.
@Suite(.timeLimit(.minutes(5)))
struct RunCommandTests {
    @Test func inputs() async throws {
        let scene = try await Scene(
            job: """
                inputs:
                  region: eu
                  count: {type: integer, default: 1}
                  full: {type: boolean, default: false}
                  name: {type: text}
                calls:
                  - post: ${env.DEMO_API}/echo
                    json: {region: "${inputs.region}", count: "${inputs.count}", full: "${inputs.full}", name: "${inputs.name}"}
                    records: $.json
                """)
        let good = try await scene.run(
            [
                "run", "job.yaml", "--input", "region=us", "--input", "full=true", "--input", "name=a=b c", "--input",
                "count=12345678901234567890",
            ])
        #expect(good.exitCode == 0)
        #expect(good.output == "{\"region\":\"us\",\"count\":12345678901234567890,\"full\":true,\"name\":\"a=b c\"}\n")
        for wrong in [["region=us"], ["name=x", "full=maybe"], ["name=x", "count=1.5"], ["name=x", "regoin=us"]] {
            let result = try await scene.run(["run", "job.yaml"] + wrong.flatMap { ["--input", $0] })
            #expect(result.exitCode == 78)
            #expect(result.output == "")
            #expect(result.errors.contains("error["))
        }
    }

    @Test func environmentFile() async throws {
        let scene = try await Scene(
            job: "calls: [{post: \"${env.DEMO_API}/echo\", json: [\"${env.ONE}\", \"${env.TWO}\"], records: $.json}]")
        try scene.folder.write("my.env", "# a comment\n\nONE=from the file\nexport TWO=\"in quotes\"\n")
        let result = try await scene.run(["run", "job.yaml", "--env-file", "my.env"])
        #expect(result.exitCode == 0)
        #expect(
            result.output == "[\"from the file\",\"in quotes\"]\n"
                || result.output == "\"from the file\"\n\"in quotes\"\n")
        #expect(result.errors == "")
    }

    @Test func outputFolder() async throws {
        let scene = try await Scene(job: "calls: [{get: \"${env.DEMO_API}/echo\", write: deep/er/out.json}]")
        let result = try await scene.run(["run", "job.yaml", "--out", "exports/today"])
        #expect(result.exitCode == 0)
        #expect(scene.folder.files() == ["exports/today/deep/er/out.json", "job.yaml"])
    }

    /// One call, with the calls it refers to, which write nothing then.
    @Test func onlyOneCall() async throws {
        let scene = try await Scene(
            job: JobText.demo + """
                calls:
                  - {name: first, get: /items/1, extract: {id: $.id}, write: first.json}
                  - {name: unneeded, get: /faults/status/500, write: unneeded.json}
                  - {name: second, get: "/customers/${calls.first.id}", write: second.json}
                  - {name: third, get: /echo, write: third.json}
                """)
        let result = try await scene.run(["run", "job.yaml", "--only", "second"])
        #expect(result.exitCode == 0)
        #expect(scene.folder.files() == ["job.yaml", "second.json"])
        let stats = try await scene.server.stats()
        #expect(stats.requests == ["POST /oauth/token": 1, "GET /items/{id}": 1, "GET /customers/{id}": 1])
        let wrong = try await scene.run(["run", "job.yaml", "--only", "fourth"])
        #expect(wrong.exitCode == 64)
        #expect(wrong.errors.contains("first, unneeded, second, third"))
    }

    /// Jobs in one command, and the exit code that comes of them.
    struct Combination: Sendable {
        var jobs: [String]
        var exitCode: Int32

        init(_ exitCode: Int32, _ jobs: String...) {
            self.jobs = jobs
            self.exitCode = exitCode
        }
    }

    /// Every job runs, and the exit code is the gravest.
    @Test(arguments: [
        Combination(0, "good", "good"), Combination(1, "good", "failed"), Combination(78, "failed", "broken", "good"),
        Combination(1, "expectation", "failed"), Combination(2, "expectation", "good"),
        Combination(69, "unreachable", "failed"), Combination(77, "refused", "unreachable"),
        Combination(73, "unwritable", "refused"), Combination(2, "later", "expectation"),
        Combination(75, "later", "good"),
    ])
    func severalJobs(_ combination: Combination) async throws {
        let scene = try await Scene()
        let port = try LoopbackSocket.freePort()
        let jobs = [
            "good": "calls: [{get: \"${env.DEMO_API}/echo\", fields: {method: $.method}}]",
            "failed": "calls: [{get: \"${env.DEMO_API}/faults/status/404\"}]",
            "broken": "calls: [{gett: /}]",
            "expectation": "calls: [{get: \"${env.DEMO_API}/echo\", expect: {status: 201}}]",
            "unreachable": "calls: [{get: \"http://127.0.0.1:\(port)/\", retry: false}]",
            "refused": """
            auth: {token_url: "${env.DEMO_API}/oauth/token", client_id: demo, client_secret: wrong-secret}
            calls: [{get: "${env.DEMO_API}/items"}]
            """,
            "unwritable": "calls: [{get: \"${env.DEMO_API}/echo\", write: good.yaml/out.json}]",
            "later": "calls: [{get: \"${env.DEMO_API}/faults/throttle?after=3600\", max_wait: 1s}]",
        ]
        for (name, job) in jobs { try scene.folder.write(name + ".yaml", job) }
        let result = try await scene.run(["run"] + combination.jobs.map { $0 + ".yaml" })
        #expect(result.exitCode == combination.exitCode)
        let goodRuns = combination.jobs.count { $0 == "good" }
        #expect(result.output == String(repeating: "{\"method\":\"GET\"}\n", count: goodRuns))
        #expect(result.errors.isEmpty == (combination.exitCode == 0))
    }

    @Test(arguments: ["run", "check"])
    func aJobFromStdin(_ command: String) async throws {
        let scene = try await Scene()
        let job = "calls: [{get: \"${env.DEMO_API}/echo\", fields: {method: $.method}}]"
        let result = try await scene.run([command, "-"], input: job)
        #expect(result.exitCode == 0)
        #expect(result.output == (command == "run" ? "{\"method\":\"GET\"}\n" : ""))
        let wrong = try await scene.run([command, "-"], input: "calls: [{gett: /}]")
        #expect(wrong.exitCode == 78)
        #expect(wrong.errors.contains("did you mean 'get'?"))
        #expect(try await scene.run([command, "-"], input: "").exitCode == 78)
    }

    /// `check` sends and runs nothing, and says all of it at once.
    @Test func check() async throws {
        let scene = try await Scene(
            job: """
                secrets: {key: {command: [touch, touched]}}
                calls:
                  - get: ${env.DEMO_API}/echo
                    recods: $.data
                    timeout: soon
                  - get: /x/${calls.nothing.id}
                """)
        let text = try await scene.run(["check", "job.yaml"])
        #expect(text.exitCode == 78)
        #expect(text.output == "")
        for found in ["recods", "soon", "nothing"] { #expect(text.errors.contains(found)) }
        let json = try await scene.run(["check", "job.yaml", "--format", "json"])
        #expect(json.exitCode == 78)
        #expect(json.errors == "")
        #expect((try? JSONSerialization.jsonObject(with: Data(json.output.utf8))) != nil)
        #expect(scene.folder.files() == ["job.yaml"])
        #expect(try await scene.server.stats().total_requests == 0)
    }

    /// A variable that is not set: a warning for `check`, an error of `run` before anything is sent.
    @Test func aVariableThatIsNotSet() async throws {
        let scene = try await Scene(
            job: "calls: [{get: \"${env.DEMO_API}/echo\"}, {get: \"${env.DEMO_API}/${env.ERRAND_NOT_SET}\"}]")
        let check = try await scene.run(["check", "job.yaml"])
        #expect(check.exitCode == 0)
        #expect(check.errors.contains("warning["))
        let run = try await scene.run()
        #expect(run.exitCode == 78)
        #expect(run.errors.contains("ERRAND_NOT_SET"))
        #expect(try await scene.server.stats().total_requests == 0)
    }
}
