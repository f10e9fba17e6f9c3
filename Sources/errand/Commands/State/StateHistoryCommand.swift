import ArgumentParser
import JSON
import State

/// `errand state history`: the last runs.
struct StateHistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Lists the last runs of a job, or of all jobs, the newest first.",
        discussion: """
            The last \(StateLimits.runs) runs of each job are kept. A run that was killed has died.

            Examples:
              errand state history
              errand state history orders --limit 5 --json
            """)

    @Argument(help: ArgumentHelp("The job, by its name; all of them when it is left out.", valueName: "job"))
    var job: String?

    @Option(help: ArgumentHelp("How many runs at most.", valueName: "count"))
    var limit = 20

    @Flag(help: "Prints JSON.")
    var json = false

    @OptionGroup var options: StateOptions

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit is at least 1") }
    }

    func run() throws {
        let runs =
            try StateAccess(options).read { store throws(StateError) in try store.history(job: job, limit: limit) }
            ?? []
        if json {
            StandardOutput.write(JSONValue.array(runs.map { StateText.json($0) }).pretty() + "\n")
        } else if !runs.isEmpty {
            StandardOutput.write(
                StateText.table(
                    [["STARTED", "JOB", "OUTCOME", "RECORDS", "FAILURE"]]
                        + runs.map { run in
                            [
                                run.startedAt, run.job, StateText.outcome(run), "\(run.records)",
                                run.failure.map { StateText.short($0) } ?? "",
                            ]
                        }))
        }
    }
}
