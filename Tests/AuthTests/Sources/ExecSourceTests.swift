import Diagnostics
import HTTP
import JobFile
import Secrets
import Testing

@testable import Auth

@Suite("A source whose command prints tokens")
struct ExecSourceTests {
    private let fixture = Fixture()
    private let transport = ScriptedTransport(Answers.answer(200, ""))

    private func credentials(
        _ words: String..., timeout: Duration = .seconds(60), handling: TokenHandling = TokenHandling()
    ) -> Credentials {
        let exec = ExecSource(
            command: words.map { SensitiveText($0) }, timeout: timeout, handling: handling)
        return Credentials([fixture.source("cli", .exec(exec))], context: fixture.sourceContext(transport))
    }

    private func request() -> HTTPRequest { Fixture.request() }

    @Test("the token goes into requests, and is not shown")
    func bare() async throws {
        let credentials = credentials("printf", "secret-token\\n")
        var request = request()
        let authorizer = try #require(credentials.authorizer(named: "cli"))
        try await authorizer.authorize(&request)
        #expect(request.headers.all("Authorization") == ["Bearer secret-token"])
        #expect(fixture.redactor.redact("it is secret-token") == "it is ***")
    }

    @Test("where and how it is sent is the job's to say")
    func placement() async throws {
        let credentials = credentials(
            "printf", "abc", handling: TokenHandling(placement: TokenPlacement(header: "X-Token", scheme: "")))
        var request = request()
        let authorizer = try #require(credentials.authorizer(named: "cli"))
        try await authorizer.authorize(&request)
        #expect(request.headers.all("X-Token") == ["abc"])
    }

    @Test("arguments reach the command as they are: there is no shell")
    func noShell() async throws {
        let token = try await credentials("printf", "%s", "$(id); `id` > x | y").token(of: "cli")
        #expect(token.value.reveal() == "$(id); `id` > x | y")
    }

    @Test("the command is run once, until its token expires")
    func cached() async throws {
        let folder = try TestFolder()
        let script = """
            echo x >> \(folder.path)/runs
            printf '{"access_token": "t%s", "expires_in": 100}' $(wc -l < \(folder.path)/runs)
            """
        let credentials = credentials("sh", "-c", script)
        #expect(try await credentials.token(of: "cli").value.reveal() == "t1")
        #expect(try await credentials.token(of: "cli").value.reveal() == "t1")
        fixture.clock.advance(by: .seconds(95))
        #expect(try await credentials.token(of: "cli").value.reveal() == "t2")
    }

    @Test("an API that refuses the token has the command run once more")
    func renewed() async throws {
        let folder = try TestFolder()
        let credentials = credentials(
            "sh", "-c", "echo x >> \(folder.path)/runs; echo t$(wc -l < \(folder.path)/runs)")
        let authorizer = try #require(credentials.authorizer(named: "cli"))
        var request = request()
        try await authorizer.authorize(&request)
        #expect(try await authorizer.renew(after: Answers.answer(401, ""), of: request, isForced: false))
        var again = self.request()
        try await authorizer.authorize(&again)
        #expect(again.headers.all("Authorization") == ["Bearer t2"])
    }

    @Test("a command that fails: what it said, masked, and it is not run again")
    func failing() async throws {
        let folder = try TestFolder()
        fixture.redactor.register(Secret("hunter22"))
        let credentials = credentials(
            "sh", "-c", "echo x >> \(folder.path)/runs; echo 'not \u{1B}[31m logged in: hunter22' >&2; exit 3")
        let found = await tokenFailure { () async throws(TokenFailure) in try await credentials.token(of: "cli") }
        let failure = try #require(found)
        #expect(failure.kind == .unusable)
        #expect(failure.diagnostic.code == .tokenCommandFailed)
        #expect(failure.diagnostic.title.contains("'sh' failed"))
        let notes = failure.diagnostic.notes.joined(separator: "\n")
        #expect(notes.contains("not") && notes.contains("***"))
        #expect(!notes.contains("hunter22") && !notes.contains("\u{1B}"))
        _ = try? await credentials.token(of: "cli")
        #expect(folder.text("runs") == "x\n")
    }

    @Test("a command that is not there, takes too long, or prints nothing")
    func useless() async throws {
        for (credentials, part) in [
            (credentials("no-such-command-here"), "no-such-command-here"),
            (credentials("sleep", "60", timeout: .milliseconds(50)), "did not end within"),
            (credentials("true"), "printed nothing"),
            (credentials("printf", "{}"), "printed JSON without a token at access_token"),
        ] {
            let failure = await tokenFailure { () async throws(TokenFailure) in try await credentials.token(of: "cli") }
            #expect(failure?.diagnostic.title.contains(part) == true, "\(failure?.diagnostic.title ?? "")")
            #expect(failure?.diagnostic.code == .tokenCommandFailed)
        }
    }
}
