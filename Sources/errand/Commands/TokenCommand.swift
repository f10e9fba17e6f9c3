import ArgumentParser
import Auth
import Engine
import JSON
import JobFile
import Secrets

/// `errand token`: gets a token and prints it.
struct TokenCommand: SendingCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Gets a token and prints it.",
        discussion: """
            From a job file, or with flags. The secret is never on the command line: it comes from the job, from the \
            environment variable that --client-secret-env names, from stdin, or from a prompt that does not echo.

            Examples:
              errand token job.yaml
              errand token job.yaml --source partner --decode      the claims of a JWT, and when it expires
              curl -H "$(errand token job.yaml --header)" https://api.example.com/resource
              errand token --token-url https://auth.example.com/oauth/token --client-id demo --client-secret-env SECRET
            """)

    @Argument(help: ArgumentHelp("A job file; - is stdin.", valueName: "job"))
    var job: String?

    @Option(help: ArgumentHelp("The token source, by its name; the first one by default.", valueName: "name"))
    var source: String?

    @Flag(help: "Prints it as a header: Authorization: Bearer TOKEN.")
    var header = false

    @Flag(help: "Prints what a JWT says, unverified, and what the server said of the token, instead of the token.")
    var decode = false

    @Flag(help: "Forgets what is kept on disk of the source, its token and a refusal, and asks for nothing.")
    var clear = false

    @OptionGroup var token: TokenOptions

    @OptionGroup var options: JobOptions

    @OptionGroup var verbosity: Verbosity

    func validate() throws {
        guard OptionChecks.areOn else { return }
        if let job, token.isGiven { throw ValidationError("'\(job)': a job file does not go with --token-url") }
        guard job != nil || token.isGiven else {
            throw ValidationError("name a job file, or say where the token comes from with --token-url and --client-id")
        }
        if clear && (header || decode) {
            throw ValidationError("--clear does not go with --header or --decode")
        }
        if header && decode { throw ValidationError("--header does not go with --decode") }
    }

    func perform() async throws {
        let session = try Session(
            options: options, verbosity: verbosity, extra: try token.typedSecret(isStandardInputTaken: job == "-"))
        guard let loaded = await load(in: session) else {
            throw ExitStatus.exit(session.interruption.code ?? .invalidJob)
        }
        guard let name = source ?? loaded.job.tokenSources.first?.name, loaded.job.tokenSource(named: name) != nil
        else {
            let names = loaded.job.tokenSources.map(\.name).joined(separator: ", ")
            throw ValidationError(
                names.isEmpty
                    ? "the job has no auth" : "there is no token source '\(source ?? "")'; there are: \(names)")
        }
        var settings = session.settings
        // Who asks by hand wants to know what the server says now.
        settings.insists = true
        let client = RunClient(job: loaded, settings: settings)
        if clear {
            client.clearCache(of: name)
        } else {
            let token: Token
            do {
                token = try await session.interruptible { () async throws(RunFailure) in
                    try await client.token(of: name)
                }
            } catch {
                await client.settle()
                throw error
            }
            print(token)
        }
        session.console.show(client.tokenWarnings)
    }

    private func load(in session: Session) async -> LoadedJob? {
        if let job { return await session.load(path: job, inputs: options.inputs) }
        var written = CommandLineJob()
        token.write(to: &written)
        // A job has at least one call; only its token is asked for.
        written.line("calls:")
        written.entry("  - get", token.tokenURL)
        return await session.load(written, inputs: options.inputs)
    }

    private func print(_ token: Token) {
        if decode {
            StandardOutput.write(TokenDescription(token).text)
        } else if header, let name = token.header {
            StandardOutput.write("\(name): \(token.fieldValue.reveal())\n")
        } else {
            StandardOutput.write(token.value.reveal() + "\n")
        }
    }
}
