import Foundation
import Testing

/// Everything secret about tokens stays where it is: what a job has, what a server gives, and what errand signs.
@Suite(.enabled(if: TestKey.isPossible, "openssl is not installed"), .timeLimit(.minutes(10)))
struct TokenSecretTests {
    @Test func thereAreThirty() async throws {
        let values = try await TokenSecrets().values
        #expect(values.count >= 30)
        #expect(Set(values.values).count == values.count)
        let job = TokenSecretJob.text(try await TokenSecrets())
        let files = ["refresh_file", "assertion_file", "subject_file", "printed_token", "printed_json"]
        for name in values.keys where name != "jwk_private" {
            #expect(job.contains("${secrets.\(name)}") || files.contains(name), "\(name) is used")
        }
        // Short texts would be found in anything.
        #expect(values.values.allSatisfy { $0.utf8.count >= 10 })
        #expect(SecretForms("a secret & more").count >= 14)
    }

    /// All of them do what they should, and nothing of it is said.
    @Test(arguments: [["run"], ["run", "-v"], ["run", "-v", "--trace"]])
    func runs(_ command: [String]) async throws {
        let stage = try await TokenSecretStage()
        let result = try await stage.run(TokenSecretJob.text(stage.secrets), command)
        #expect(!result.errors.contains("error["))
        #expect(result.exitCode == 0)
        #expect(result.output == "")
        for source in TokenSecretJob.sources {
            let echo = try #require(stage.scene.folder.read("out/\(source.name).jsonl"), "\(source.name)")
            #expect(echo.lowercased().contains("authorization") || !source.hasToken)
        }
        let dynamic = try stage.dynamic()
        #expect(dynamic.count > 15)
        stage.expectNothing(in: result, dynamic)
        // A cache keeps tokens, and nothing that they were got with.
        let kept = stage.scene.folder.files().filter { $0.hasPrefix("cache/") }
        #expect(kept.contains { $0.hasSuffix(".token") })
        for file in kept {
            let text = stage.scene.folder.read(file) ?? ""
            for (name, value) in stage.secrets.values where name != "subject_value" {
                #expect(SecretForms(value).found(in: text) == [], "\(name) in the cache")
            }
        }
    }

    @Test func theDoctor() async throws {
        let stage = try await TokenSecretStage()
        let result = try await stage.run(TokenSecretJob.text(stage.secrets), ["doctor"])
        #expect(!result.errors.contains("error["))
        #expect(result.exitCode == 0)
        #expect(
            result.output.components(separatedBy: "✓ a run gets its token").count == TokenSecretJob.sources.count + 1)
        stage.expectNothing(in: result, try stage.dynamic())
    }

    /// A server that repeats all that it was sent in its refusals.
    @Test(arguments: [["run", "--trace"], ["doctor"]]) func refusals(_ command: [String]) async throws {
        let stage = try await TokenSecretStage()
        let job = TokenSecretJob.text(stage.secrets, endpoint: "?error=echo_secret", only: \.isOAuth)
        let result = try await stage.run(job, command)
        #expect(result.exitCode == 77)
        let count = TokenSecretJob.sources.filter(\.isOAuth).count
        #expect(result.errors.components(separatedBy: "error[").count == count + 1)
        #expect(result.errors.contains("cannot accept"))
        let dynamic = try stage.dynamic()
        #expect(dynamic.count > 10)
        stage.expectNothing(in: result, dynamic)
        // What is remembered of a refusal is no more than was said.
        for file in stage.scene.folder.files() where file.hasPrefix("cache/") {
            let text = stage.scene.folder.read(file) ?? ""
            let known = stage.secrets.values.map { ($0.key, $0.value) } + dynamic.map { ("of the run", $0) }
            for (name, value) in known {
                #expect(SecretForms(value).found(in: text) == [], "\(name) in the cache")
            }
        }
    }

    /// An API that refuses every credential.
    @Test(arguments: [["run"], ["run", "-v", "--trace"]]) func notAccepted(_ command: [String]) async throws {
        let stage = try await TokenSecretStage()
        let result = try await stage.run(
            TokenSecretJob.text(stage.secrets, path: "/faults/unauthorized"), command)
        #expect(result.exitCode != 0)
        stage.expectNothing(in: result, try stage.dynamic())
    }

    /// `errand token`, for each source that has one: the token is on stdout, and nothing anywhere else.
    ///
    /// What the login answered is data, also where it repeats what it was sent.
    @Test func theTokenCommand() async throws {
        let stage = try await TokenSecretStage()
        let job = TokenSecretJob.text(stage.secrets)
        for source in TokenSecretJob.sources where source.hasToken && source.name != "file" {
            for more in [["--trace"], ["--decode", "-v"]] {
                let result = try await stage.run(job, ["token", "--source", source.name] + more)
                #expect(result.exitCode == 0, "\(source.name)")
                stage.expectNothing(
                    in: result, isOutputData: more.first == "--trace" || source.name == "login", try stage.dynamic())
            }
        }
        let call = try await stage.run(job, ["call", "/echo", "--trace", "-o", "echo.json", "--job"])
        #expect(call.exitCode == 0)
        stage.expectNothing(in: call)
    }

    /// Each as a key that it is not: what is said is not what it is.
    @Test func asAKey() async throws {
        let stage = try await TokenSecretStage()
        for (name, _) in stage.secrets.values where !name.hasSuffix("_key") && name != "jwk" {
            let job = { (keys: String) in
                "secrets: {key: {env: SECRET_\(name.uppercased())}}\n"
                    + SourceScene.job(keys, calls: "  - {get: /echo, write: out/a.jsonl}")
            }
            for keys in [
                "client_id: post\nprivate_key: ${secrets.key}",
                "client_id: public\nclient_auth: none\ndpop: true\ndpop_key: ${secrets.key}",
            ] {
                let result = try await stage.run(job(keys), ["run", "--trace"])
                #expect([77, 78].contains(result.exitCode), "\(name)")
                #expect(result.errors.contains("error["))
                stage.expectNothing(in: result)
            }
        }
    }

    /// Other processes of the machine do not see them.
    @Test func otherProcesses() async throws {
        let stage = try await TokenSecretStage()
        let gate = try Gate()
        let job =
            TokenSecretJob.text(stage.secrets)
            + "\n  - {get: \"${env.GATE}\", auth: none, response: text, write: out/gate.txt}"
        try stage.scene.folder.write("job.yaml", job)
        let program = try stage.scene.scene.start(
            ["run", "job.yaml"], environment: stage.environment.merging(["GATE": gate.url]) { $1 })
        try await gate.arrival()
        let line = try #require(FileManager.default.contents(atPath: "/proc/\(program.pid)/cmdline"))
        let text = String(decoding: line, as: UTF8.self)
        for (name, value) in stage.secrets.values {
            #expect(SecretForms(value).found(in: text) == [], "\(name) in the command line")
        }
        for value in try stage.dynamic() { #expect(!text.contains(value)) }
        gate.open()
        #expect(await program.result().exitCode == 0)
    }
}
