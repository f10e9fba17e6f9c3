import Diagnostics
import JobFile
import Secrets
import Testing

@testable import Engine

@Suite struct SecretResolverTests {
    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
    }

    private func resolve(
        _ source: SecretDeclaration.Source, environment: [String: String] = ["PATH": "/usr/bin:/bin"]
    ) async -> (secret: String?, diagnostics: [Diagnostic]) {
        var diagnostics = DiagnosticList()
        let secrets = await SecretResolver(environment: environment, folder: folder.path).resolve(
            [SecretDeclaration(name: "key", source: source, span: .none)], diagnostics: &diagnostics)
        return (secrets["key"]?.reveal(), diagnostics.all)
    }

    @Test func readsTheEnvironment() async {
        #expect(await resolve(.environment("KEY"), environment: ["KEY": " x\n"]).secret == " x\n")
    }

    @Test(arguments: [[:], ["KEY": ""]])
    func saysWhenTheVariableIsNotSet(environment: [String: String]) async {
        let (secret, diagnostics) = await resolve(.environment("KEY"), environment: environment)
        #expect(secret == nil)
        #expect(diagnostics.map(\.code) == [.secretUnavailable])
        #expect(diagnostics.first?.label == "the environment variable KEY is not set")
    }

    @Test(arguments: [("x", "x"), ("x\n", "x"), ("x\r\n", "x"), ("x\n\n", "x\n"), ("x \n", "x "), ("a\nb\n", "a\nb")])
    func readsAFileWithoutItsLastLineBreak(text: String, expected: String) async throws {
        try folder.write("keys/key", text)
        #expect(await resolve(.file("keys/key")).secret == expected)
        #expect(await resolve(.file(folder.path("keys/key"))).secret == expected)
    }

    @Test func saysWhatIsWrongWithAFile() async throws {
        #expect(await resolve(.file("none")).diagnostics.first?.label?.hasSuffix("No such file or directory") == true)
        try folder.write("empty", "\n")
        #expect(await resolve(.file("empty")).diagnostics.first?.label?.hasSuffix("is empty") == true)
        #expect(await resolve(.file(".")).diagnostics.first?.label?.hasSuffix("Is a directory") == true)
    }

    @Test func readsACredentialOfSystemd() async throws {
        try folder.write("credentials/shop", "x\n")
        let environment = ["CREDENTIALS_DIRECTORY": folder.path("credentials")]
        #expect(await resolve(.credential("shop"), environment: environment).secret == "x")
        #expect(await resolve(.credential("shop")).diagnostics.first?.label == "CREDENTIALS_DIRECTORY is not set")
    }

    @Test func runsACommandWithoutAShell() async {
        #expect(await resolve(.command(["printf", "%s", "$HOME; `id`"])).secret == "$HOME; `id`")
        #expect(await resolve(.command(["/usr/bin/env", "printf", "x\n"])).secret == "x")
    }

    @Test func givesACommandTheEnvironmentOfTheJob() async {
        let environment = ["PATH": "/usr/bin:/bin", "VAULT": "from the file"]
        let (secret, _) = await resolve(.command(["sh", "-c", "printf '%s' \"$VAULT\""]), environment: environment)
        #expect(secret == "from the file")
    }

    @Test func saysWhyACommandFailed() async {
        let failed = await resolve(.command(["sh", "-c", "echo 'no such entry' >&2; exit 3"])).diagnostics.first
        #expect(failed?.label?.contains("'sh' failed") == true)
        #expect(failed?.notes.first?.contains("no such entry") == true)
        let missing = await resolve(.command(["errand-no-such-program"])).diagnostics.first
        #expect(missing?.label?.contains("'errand-no-such-program' could not be run") == true)
        let silent = await resolve(.command(["true"])).diagnostics.first
        #expect(silent?.label == "true is empty")
    }
}
