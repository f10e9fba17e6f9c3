import Foundation
import Testing

/// Secrets never come out, whatever they look like and however they travel.
@Suite(.timeLimit(.minutes(10)))
struct SecretTests {
    @Test func thereAreSamples() {
        #expect(SecretSample.all.count == 30)
        #expect(SecretSample.all.allSatisfy { 8...200 ~= $0.value.utf8.count })
        #expect(Set(SecretSample.all.map(\.value)).count == 30)
    }

    /// In headers, query, JSON and form bodies, to a server that shows what it was sent.
    @Test(arguments: SecretSample.all, [["run"], ["run", "-v", "--trace"]])
    func aRun(_ secret: SecretSample, _ command: [String]) async throws {
        let scene = try await Scene(job: Self.requests(secret))
        let result = try await scene.run(command + ["job.yaml"], environment: ["KEY": secret.value])
        #expect(result.exitCode == 0)
        #expect(result.output == "")
        expectNothing(of: secret, in: result, of: scene)
        // What a server sends back is data, and data is not masked.
        let echo = try #require(scene.folder.read("json.jsonl"))
        let record = try JSONDecoder().decode(Echo.self, from: Data(echo.utf8))
        #expect(record.json.key == secret.value)
    }

    private struct Echo: Decodable {
        struct Body: Decodable { var key: String }
        var json: Body
    }

    /// In what is said about answers that fail a call.
    @Test(arguments: SecretSample.all, [["run"], ["run", "--trace"]])
    func aFailedRun(_ secret: SecretSample, _ command: [String]) async throws {
        let scene = try await Scene(job: Self.failures)
        let result = try await scene.run(command + ["job.yaml"], environment: ["KEY": secret.value])
        #expect(result.exitCode == 1)
        #expect(result.output == "")
        #expect(result.errors.count("error[") == 7, "each of the calls says something")
        expectNothing(of: secret, in: result, of: scene)
    }

    /// As a client secret in each of its encodings, to a server that repeats it in its refusal.
    @Test(arguments: SecretSample.all, ["client_secret_post", "client_secret_basic", "client_secret_basic, raw"])
    func aRefusedToken(_ secret: SecretSample, _ method: String) async throws {
        let scene = try await Scene(job: Self.refused(method))
        let environment = ["KEY": secret.value]
        for arguments in [
            ["run", "job.yaml", "--trace"], ["token", "job.yaml"], ["call", "/echo", "--job", "job.yaml"],
        ] {
            let result = try await scene.run(arguments, environment: environment)
            #expect(result.exitCode == 77)
            #expect(result.output == "")
            #expect(result.errors.contains("invalid_client"))
            expectNothing(of: secret, in: result, of: scene)
        }
    }

    /// As a bearer token, an API key and a password.
    @Test(arguments: SecretSample.all.filter(\.fitsHeader))
    func otherCredentials(_ secret: SecretSample) async throws {
        let scene = try await Scene(job: Self.credentials)
        let result = try await scene.run(["run", "-v", "--trace", "job.yaml"], environment: ["KEY": secret.value])
        #expect(result.exitCode == 0)
        #expect(result.output == "")
        expectNothing(of: secret, in: result, of: scene)
    }

    /// `check`, and errors of the job about a value that is secret.
    @Test(arguments: SecretSample.all)
    func mistakes(_ secret: SecretSample) async throws {
        let scene = try await Scene(job: Self.requests(secret))
        try scene.folder.write("mistakes.yaml", Self.mistakes)
        let environment = ["KEY": secret.value]
        for arguments in [["check", "job.yaml"], ["check", "mistakes.yaml"], ["run", "mistakes.yaml"]] {
            let result = try await scene.run(arguments, environment: environment)
            expectNothing(of: secret, in: result, of: scene)
            #expect(result.output == "")
        }
    }

    /// Other processes of the machine see neither the secret nor the token.
    @Test func otherProcesses() async throws {
        let gate = try Gate()
        let scene = try await Scene(
            job: """
                secrets: {key: {file: key.txt}}
                auth: {token_url: "${env.DEMO_API}/oauth/token", client_id: demo, client_secret: "${secrets.key}"}
                calls:
                  - get: ${env.DEMO_API}/items/1
                    write: item.json
                  - get: ${env.GATE}
                    headers: {X-Key: "${secrets.key}"}
                """)
        try scene.folder.write("key.txt", "demo-secret\n")
        let program = try scene.start(environment: ["GATE": gate.url, "DEMO_SECRET": ""])
        try await gate.arrival()
        for file in ["cmdline", "environ"] {
            let text = try #require(FileManager.default.contents(atPath: "/proc/\(program.pid)/\(file)"))
            #expect(!String(decoding: text, as: UTF8.self).contains("demo-secret"))
            #expect(!String(decoding: text, as: UTF8.self).contains("dt/"))
        }
        gate.open()
        #expect(await program.result().exitCode == 0)
    }

    /// Looks for the secret in everything but the data.
    private func expectNothing(
        of secret: SecretSample, in result: Program.Result, of scene: Scene,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let forms = SecretForms(secret.value)
        #expect(!result.isSignalled, sourceLocation: sourceLocation)
        #expect(forms.found(in: result.errors) == [], "\(secret.name) on stderr", sourceLocation: sourceLocation)
        #expect(
            scene.folder.files().flatMap { forms.found(in: $0) } == [], "\(secret.name) in a file's name",
            sourceLocation: sourceLocation)
    }
}

extension String {
    /// How often a text stands in it.
    fileprivate func count(_ text: String) -> Int { components(separatedBy: text).count - 1 }
}
