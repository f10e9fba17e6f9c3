import ArgumentParser

/// Options that every command that loads a job has.
struct JobOptions: ParsableArguments {
    @Option(
        name: .customLong("input"),
        help: ArgumentHelp("Sets an input of the job; may be repeated.", valueName: "name=value"))
    var inputs: [InputAssignment] = []

    @Option(
        help: ArgumentHelp("Reads environment variables from a file of NAME=value lines.", valueName: "file"))
    var envFile: String?

    @Option(help: "When to use colour on stderr.")
    var color: ColorChoice = .auto
}

/// `name=value`, as given to `--input`.
struct InputAssignment: ExpressibleByArgument, Sendable {
    let name: String
    let value: String

    var pair: (name: String, value: String) { (name, value) }

    init?(argument: String) {
        guard let separator = argument.firstIndex(of: "="), separator != argument.startIndex else { return nil }
        name = String(argument[..<separator])
        value = String(argument[argument.index(after: separator)...])
    }
}
