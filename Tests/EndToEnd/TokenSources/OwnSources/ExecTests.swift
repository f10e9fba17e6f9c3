import Foundation
import Testing

/// Tokens that a command prints.
@Suite(.timeLimit(.minutes(5)))
struct ExecTests {
    /// A job whose token comes from a script, which is the file `print` in the scene's folder.
    private static func job(_ more: String = "", calls: String = plainCall) -> String {
        SourceScene.job(
            "type: exec\ncommand: [sh, print, \"an argument with $HOME\"]\n\(more)", endpoint: "", calls: calls)
    }

    /// Shows what arrives, and needs no token.
    private static let plainCall = "  - {get: /echo, write: echo.jsonl}"

    private func arrived(in scene: SourceScene, header: String = "authorization") throws -> String? {
        struct Echo: Decodable { var headers: [[String]] }
        let text = try #require(scene.folder.read("echo.jsonl"))
        return try JSONDecoder().decode(Echo.self, from: Data(text.utf8)).headers
            .first { $0.first?.lowercased() == header }?.last
    }

    /// What commands print, and the token in it.
    @Test(arguments: [
        "the-token-itself", "the-token-itself\n", "\"the-token-itself\"\n",
        "{\"access_token\": \"the-token-itself\", \"expires_in\": 3600}",
        "{\"access_token\": \"the-token-itself\", \"token_type\": \"Bearer\", \"expires_in\": \"3600\"}\n",
        "{\"apiVersion\": \"client.authentication.k8s.io/v1\", \"kind\": \"ExecCredential\", "
            + "\"status\": {\"token\": \"the-token-itself\", \"expirationTimestamp\": \"2999-01-01T00:00:00Z\"}}",
        "{\"version\": 1, \"success\": true, \"id_token\": \"the-token-itself\", \"expiration_time\": 32472144000}",
    ])
    func outputs(_ output: String) async throws {
        let scene = try await SourceScene()
        try scene.folder.write("printed", output)
        try scene.folder.write("print", "cat printed")
        let run = try await scene.run(Self.job())
        #expect(run.errors == "")
        #expect(run.exitCode == 0)
        #expect(try arrived(in: scene) == "Bearer the-token-itself")
    }

    /// Where the job says so, and where the token goes.
    @Test func places() async throws {
        let scene = try await SourceScene()
        try scene.folder.write("print", "echo '{\"data\": [{\"jwt\": \"the-token-itself\", \"seconds\": 60}]}'")
        let run = try await scene.run(
            Self.job(
                "token: $.data[0].jwt\nexpires_in: $.data[0].seconds\nheader: X-Access\nscheme: Token",
                calls: Self.plainCall))
        #expect(run.errors == "")
        #expect(try arrived(in: scene, header: "x-access") == "Token the-token-itself")
        #expect(try arrived(in: scene) == nil)
    }

    /// The words reach the command as they are: there is no shell.
    @Test func noShell() async throws {
        let scene = try await SourceScene()
        try scene.folder.write("print", "printf '%s' \"$1\" >argument; echo the-token-itself")
        #expect(try await scene.run(Self.job()).exitCode == 0)
        #expect(scene.folder.read("argument") == "an argument with $HOME")
    }

    /// Run once for all calls, and again when the API refuses what it printed; the refused call is sent once more.
    @Test func howOften() async throws {
        let scene = try await SourceScene()
        try scene.folder.write(
            "print", "echo x >>times; printf '{\"access_token\": \"%s\", \"expires_in\": 60}' \"$(cat token)\"")
        let first = try await token(from: scene)
        try scene.folder.write("token", first)
        let gate = try Gate()
        try scene.folder.write(
            "job.yaml",
            Self.job(
                calls: """
                    \(SourceScene.call)
                    \(SourceScene.call)
                      - {get: "${env.GATE}", auth: none, response: text, write: gate.txt}
                    \(SourceScene.call)
                    """))
        let program = try scene.scene.start(environment: ["GATE": gate.url])
        try await gate.arrival()
        #expect(scene.folder.read("times") == "x\n")
        try scene.server.revokeTokens()
        try scene.folder.write("token", try await token(from: scene))
        gate.open()
        let result = await program.result()
        #expect(result.errors == "")
        #expect(result.output == SourceScene.output + SourceScene.output + SourceScene.output)
        #expect(scene.folder.read("times") == "x\nx\n")
        #expect(try await scene.server.stats().statuses["401"] == 1)
    }

    private func token(from scene: SourceScene) async throws -> String {
        let result = try await scene.scene.run(
            ["token", "--token-url", scene.server.url + "/oauth/token", "--client-id", "demo"], input: "demo-secret")
        return result.output.trimmingCharacters(in: .newlines)
    }

    /// A command that fails, what it said, and no second try.
    @Test func failure() async throws {
        let scene = try await SourceScene()
        try scene.folder.write("print", "echo x >>times; echo 'please sign in first' >&2; echo half-a-token; exit 3")
        let run = try await scene.run(
            Self.job(
                calls: Self.plainCall + "\n" + Self.plainCall.replacingOccurrences(of: "echo.jsonl", with: "b.jsonl")))
        #expect(run.exitCode == 77)
        #expect(run.errors.contains("please sign in first"))
        #expect(run.errors.contains("3"))
        #expect(!run.errors.contains("half-a-token"))
        #expect(scene.folder.read("times") == "x\n")
        #expect(scene.folder.read("echo.jsonl") == nil)
    }

    @Test func aCommandThatIsMissing() async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(
            SourceScene.job("type: exec\ncommand: [no-such-command-anywhere]", endpoint: ""))
        #expect(run.exitCode == 77)
        #expect(run.errors.contains("no-such-command-anywhere"))
    }

    /// A command that stands still is ended, with what it was given as its time.
    @Test func timeout() async throws {
        let scene = try await SourceScene()
        try scene.folder.write("print", "echo $$ >pid; exec sleep 600")
        let run = try await scene.run(Self.job("timeout: 200ms"))
        #expect(run.exitCode == 77)
        #expect(run.errors.contains("did not end"))
        let pid = try #require(scene.folder.read("pid").flatMap { Int32($0.trimmingCharacters(in: .newlines)) })
        try await eventually { kill(pid, 0) != 0 }
    }

    @Test(arguments: [
        "", "\n", "{\"access_tokn\": \"the-token-itself\"}", "[\"the-token-itself\"]", "{\"access_token\": \"the-tok",
        "{\"success\": false, \"code\": \"401\", \"message\": \"please sign in\"}", "two\nlines\n",
    ])
    func noToken(_ output: String) async throws {
        let scene = try await SourceScene()
        try scene.folder.write("printed", output)
        try scene.folder.write("print", "cat printed")
        let run = try await scene.run(Self.job("token: $.access_token"))
        #expect(run.exitCode == 77)
        #expect(run.errors.contains("printed"))
        #expect(!run.errors.contains("the-tok"))
        #expect(scene.folder.read("echo.jsonl") == nil)
    }

    /// What goes on for ever is cut off.
    @Test func tooMuch() async throws {
        let scene = try await SourceScene()
        try scene.folder.write("print", "yes | head -c 3000000")
        let run = try await scene.run(Self.job())
        #expect(run.exitCode == 77)
        #expect(run.errors.contains("more than is accepted"))
        #expect(run.errors.utf8.count < 10_000)
    }
}
