import Foundation
import Testing

/// The prompt for a client secret on a terminal.
@Suite(.enabled(if: Terminal.isThere, "script (util-linux) is not installed"), .timeLimit(.minutes(5)))
struct SecretPromptTests {
    static let line = "trap : INT; errand token --token-url $DEMO_API/oauth/token --client-id demo; echo $?; stty -a"

    @Test func aSecretThatIsTypedIsNotShown() async throws {
        let result = try await typing("demo-secret\n")
        #expect(!result.output.contains("demo-secret"))
        #expect(result.output.contains("dt/"), "no token")
        #expect(result.output.contains(" echo "), "the terminal does not echo any more")
    }

    /// Control-C at the prompt leaves a terminal that echoes.
    @Test func aPromptThatIsInterrupted() async throws {
        let result = try await typing("demo-se\u{3}")
        #expect(!result.output.contains("demo-se"))
        #expect(result.output.contains("130"))
        #expect(result.output.contains(" echo "), "the terminal does not echo any more")
    }

    @Test func nothingIsTyped() async throws {
        let result = try await typing("\n")
        #expect(result.output.contains("there is no client secret"))
        #expect(result.output.contains("64"))
    }

    /// Runs the line on a terminal, and types when the prompt is there.
    private func typing(_ text: String) async throws -> Program.Result {
        let scene = try await Scene()
        let keyboard = scene.folder.path + "/keyboard"
        #expect(mkfifo(keyboard, 0o600) == 0)
        // Open for both, so that neither side waits for the other.
        let typing = open(keyboard, O_RDWR | O_CLOEXEC)
        defer { close(typing) }
        let program = try Terminal.start(Self.line, in: scene, inputFile: keyboard)
        try await eventually { program.outputSoFar.contains("Client secret: ") }
        #expect(text.withCString { write(typing, $0, strlen($0)) } == text.utf8.count)
        return await program.result()
    }
}
