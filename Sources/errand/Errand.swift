import ArgumentParser
import HTTP
import JobFile

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
        if sendingCommands.contains(arguments.first ?? "") {
            // While the arguments are parsed here.
            CurlTransport.warmUp()
            Task.detached { JobLanguage.warmUp() }
        }
        do {
            var command = try parse(arguments)
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

    /// The command that the arguments name.
    ///
    /// `run` is what cron starts, and is parsed without the other commands first: describing all of them costs more
    /// than checking a job. What is wrong or asks for help goes through the root, which knows how to say it.
    private static func parse(_ arguments: [String]) throws -> any ParsableCommand {
        if arguments.first == RunCommand.name,
            let command = try? RunCommand.parse(Array(arguments.dropFirst()))
        {
            return command
        }
        return try parseAsRoot(arguments)
    }
}
