import HTTP
import JobFile
import Processes
import Secrets

/// Gets tokens from a command that prints them.
struct ExecFetch: Sendable {
    /// What prints more is no token.
    private static let outputLimit = 1 << 20

    private let exec: ExecSource
    private let context: SourceContext
    private let failures: ExecFailures

    init(_ exec: ExecSource, of source: TokenSourceConfiguration, context: SourceContext) {
        self.exec = exec
        self.context = context
        failures = ExecFailures(source: source, redactor: context.redactor)
        for argument in exec.command where argument.isSecret { context.redactor.register(Secret(argument.text)) }
    }

    /// Runs the command.
    func fetch() async -> Result<HeldToken, TokenFailure> {
        let start = Moment(now: context.clock)
        let output: [UInt8]
        do throws(ProcessFailure) {
            output = try await context.processes.run(
                exec.command.map(\.text), timeout: exec.timeout, limit: Self.outputLimit)
        } catch {
            return .failure(failures.failure(error))
        }
        for secret in AnswerSecrets(tokenPath: exec.handling.answer.token).all(
            in: HTTPResponse(status: 200, body: output))
        { context.redactor.register(secret) }
        do throws(TokenProblem) {
            let found = try ExecOutput(paths: exec.handling.answer).token(in: output)
            context.redactor.register(Secret(found.text))
            return .success(found.held(exec.handling, from: start))
        } catch {
            return .failure(failures.failure(error, of: exec.command.first?.text ?? ""))
        }
    }
}
