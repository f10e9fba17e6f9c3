import ArgumentParser
import HTTP

/// The command line's root.
@main
struct Errand: AsyncParsableCommand {
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
              errand call GET /resource --job job.yaml
              errand query '$.items[*].id' answer.json
            """,
        version: Version.current,
        subcommands: [
            RunCommand.self, CheckCommand.self, CallCommand.self, TokenCommand.self, QueryCommand.self,
            SchemaCommand.self,
        ])

    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        // While the arguments are parsed and the job is checked.
        if sendingCommands.contains(arguments.first ?? "") { CurlTransport.warmUp() }
        do {
            var command = try parseAsRoot(arguments)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
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
    /// The commands that send requests.
    private static let sendingCommands = [RunCommand.name, CallCommand.name, TokenCommand.name]
}
