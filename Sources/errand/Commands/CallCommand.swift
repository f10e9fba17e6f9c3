import ArgumentParser
import Diagnostics
import Engine
import HTTP
import JSON
import JobFile

/// `errand call`: one request by hand.
struct CallCommand: SendingCommand {
    static let configuration = CommandConfiguration(
        commandName: "call",
        abstract: "Sends one request and prints the body of the answer.",
        discussion: """
            The method is GET, or POST when there is a body. With --job the token, base_url and other defaults are \
            those of a job file; without it the token comes from the same flags as with errand token, or there is none.

            The body is printed whatever the status is; a status that is not 2xx exits 1.

            Examples:
              errand call https://api.example.com/resource
              errand call /orders/17 --job job.yaml -i
              errand call POST /orders --job job.yaml --json '{"sku": "A-1"}' --query '$.id'
              errand call /report.pdf --job job.yaml -o report.pdf
            """)

    @Argument(help: ArgumentHelp("The method, where it is not GET or POST; then the URL.", valueName: "method url"))
    var target: [String]

    @Option(
        name: .customLong("job"), help: ArgumentHelp("The job whose token and defaults it uses.", valueName: "file"))
    var job: String?

    @Option(
        name: [.customShort("H"), .customLong("header")],
        help: ArgumentHelp("Adds a header; may be repeated.", valueName: "name: value"))
    var headers: [HeaderArgument] = []

    @Option(
        name: [.customShort("d"), .customLong("data")], help: ArgumentHelp("The body, as it is.", valueName: "text"))
    var data: String?

    @Option(help: ArgumentHelp("The body, a JSON text.", valueName: "json"))
    var json: String?

    @Option(
        help: ArgumentHelp(
            "Prints what this JSONPath selects, one node a line, instead of the body.", valueName: "jsonpath"))
    var query: String?

    @Flag(name: [.customShort("i"), .customLong("include")], help: "Prints status and headers before the body.")
    var include = false

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("Writes the body to a file.", valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("The token source of the job, by its name, or none.", valueName: "name"))
    var source: String?

    @OptionGroup var token: TokenOptions

    @OptionGroup var options: JobOptions

    @OptionGroup var verbosity: Verbosity

    func validate() throws {
        guard 1...2 ~= target.count else { throw ValidationError("give a URL, or a method and a URL") }
        if data != nil && json != nil { throw ValidationError("--data does not go with --json") }
        if job != nil && token.isGiven { throw ValidationError("--job does not go with --token-url") }
        if query != nil && output != nil { throw ValidationError("--query does not go with --output") }
        if let json, (try? JSONValue(parsing: Array(json.utf8))) == nil {
            throw ValidationError("--json is not a JSON text")
        }
    }

    func perform() async throws {
        let session = try Session(
            options: options, verbosity: verbosity, extra: try token.typedSecret(isStandardInputTaken: job == "-"))
        let selection = try query.map { try Selection($0, console: session.console) }
        guard let loaded = await session.load(written, inputs: options.inputs), let call = loaded.job.calls.first else {
            throw ExitStatus.exit(session.interruption.code ?? .invalidJob)
        }
        let single = SingleCall(call, of: loaded, settings: session.settings)
        let result = try await session.interruptible { () async throws(RunFailure) in try await single.run() }
        if include { StandardOutput.write(ResponseHead.text(of: result.response)) }
        if let selection, result.failure == nil {
            try selection.print(from: result.response.body, named: "answer")
        } else {
            // A body that went to a file is not here.
            StandardOutput.writeBody(result.response.body)
        }
        session.console.show(result.warnings)
        if let failure = result.failure {
            // The body was printed; the rest is said in a line.
            session.console.write("errand: \(failure.diagnostic.title)\n")
            throw ExitStatus.exit(failure.exitCode)
        }
    }

    /// The job that says the same.
    private var written: CommandLineJob {
        var written = CommandLineJob()
        written.entry("include", job)
        token.write(to: &written)
        written.line("calls:")
        written.line("  - request:")
        let hasBody = data != nil || json != nil
        written.entry("      method", target.count == 2 ? target[0].uppercased() : hasBody ? "POST" : "GET")
        written.entry("      url", target.last)
        written.line("    response: text")
        let fields = sentHeaders
        if !fields.isEmpty { written.line("    headers:") }
        for (name, values) in fields {
            let list = values.map(CommandLineJob.literal).joined(separator: ", ")
            written.line("      \(CommandLineJob.literal(name)): [\(list)]")
        }
        written.entry("    body", json ?? data)
        written.entry("    auth", source)
        written.entry("    download", output)
        return written
    }

    /// The headers by name, in the order in which the names first came; one that is given twice is sent twice.
    private var sentHeaders: [(name: String, values: [String])] {
        var fields: [(name: String, values: [String])] = []
        for header in headers {
            if let place = fields.firstIndex(where: { $0.name.lowercased() == header.name.lowercased() }) {
                fields[place].values.append(header.value)
            } else {
                fields.append((header.name, [header.value]))
            }
        }
        if json != nil, !fields.contains(where: { $0.name.lowercased() == "content-type" }) {
            fields.append(("Content-Type", ["application/json"]))
        }
        return fields
    }
}
