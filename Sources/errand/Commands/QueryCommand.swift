import ArgumentParser
import Diagnostics
import Engine
import Secrets

/// `errand query`: a JSONPath on a file or on stdin.
struct QueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query",
        abstract: "Prints what a JSONPath (RFC 9535) selects, one node a line.",
        discussion: """
            Numbers keep their spelling, and nothing selected is not an error.
            Exits 64 when the JSONPath is wrong and 65 when the input is not JSON.

            Examples:
              errand query '$.data[*].id' answer.json
              errand query --paths '$..price' answer.json        where they are, as normalized paths
              curl -s https://api.example.com/items | errand query '$[?@.price > 10].name' --text
            """)

    @Argument(help: ArgumentHelp("What to select.", valueName: "jsonpath"))
    var query: String

    @Argument(help: ArgumentHelp("The JSON file; stdin when it is left out or -.", valueName: "file"))
    var file = "-"

    @Flag(help: "Prints the normalized path of each node before it, separated by a tab.")
    var paths = false

    @Flag(help: "Prints strings as they are, without quotes and escapes.")
    var text = false

    @Option(help: "When to use colour on stderr.")
    var color: ColorChoice = .auto

    /// The largest input, in bytes; what `JSONDocument` accepts.
    private static let maximumSize = 1 << 30

    func run() throws {
        let console = Console(color: color, redactor: Redactor())
        // The query first: a wrong one is said before stdin is waited for.
        let selection = try Selection(query, console: console)
        let name = file == "-" ? "stdin" : file
        let bytes: [UInt8]
        do throws(FileReader.Failure) {
            bytes = try FileReader.read(pathOrStandardInput: file, limit: Self.maximumSize)
        } catch {
            console.write("errand: \(TerminalText.escape(name)): \(error.message)\n")
            throw ExitStatus.exit(.usage)
        }
        try selection.print(from: bytes, named: name, style: paths ? .paths : text ? .text : .json)
    }
}
