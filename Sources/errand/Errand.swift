import ArgumentParser
import HTTP

/// The command line's root.
@main
struct Errand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "errand",
        abstract: "Runs API jobs: a token, the calls, what to take out of the answers, where to put it.",
        discussion: """
            A job is one YAML file. The smallest useful one:

              auth:
                token_url: https://auth.example.com/oauth/token
                client_id: ${env.CLIENT_ID}
                client_secret: ${env.CLIENT_SECRET}
                scope: read:data
              calls:
                - get: https://api.example.com/resource
                  records: $.items[*]
                  write: resource.jsonl

            Examples:
              errand check job.yaml             every mistake in it, at once
              errand run job.yaml               run it
              errand token job.yaml --decode    its token, looked into
              errand doctor job.yaml            would tonight's run get its token?
              errand call GET /resource --job job.yaml
              errand query '$.items[*].id' answer.json
            """,
        version: Version.current,
        subcommands: [
            RunCommand.self, CheckCommand.self, CallCommand.self, TokenCommand.self, DoctorCommand.self,
            QueryCommand.self, StateCommand.self,
            SchemaCommand.self,
        ])

    /// What sends the requests of the process.
    static let transport = CurlTransport(userAgent: "errand/\(Version.current)")

    static func main() async {
        StandardStreams.prepare()
        // Loading libcurl takes longer than parsing the arguments and checking a job, so they are done at once.
        if sendsRequests { transport.warmUp() }
        do {
            var command = try parsedAsRoot()
            if let command = command as? any SendingCommand {
                try await command.perform()
            } else {
                try command.run()
            }
            ProcessEnd.exit(0)
        } catch {
            ProcessEnd.exit(saying: fullMessage(for: error), exitCode(for: error).rawValue)
        }
    }
}

extension Errand {
    /// Whether the first argument is a command that sends requests.
    private static var sendsRequests: Bool {
        guard CommandLine.argc > 1, let command = CommandLine.unsafeArgv[1] else { return false }
        return ["run", "call", "token", "doctor"].contains(String(cString: command))
    }
}
