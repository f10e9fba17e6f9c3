import ArgumentParser
import Diagnostics
import State

/// `errand state reset`: begin anew.
struct StateResetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset",
        abstract: "Forgets how far a job, or one of its calls, has come; the next run begins anew.",
        discussion: """
            The history stays, and so do outputs: with mode append the next run writes records again that are there \
            already. What a database sink keeps of the job does not count any more.
            Exits 75 when a run of the job is going on.

            Examples:
              errand state reset orders
              errand state reset orders list_orders      one call
            """)

    @Argument(help: ArgumentHelp("The job, by its name.", valueName: "job"))
    var job: String

    @Argument(help: ArgumentHelp("The call, by its name; all of them when it is left out.", valueName: "call"))
    var call: String?

    @OptionGroup var options: StateOptions

    func run() throws {
        let access = try StateAccess(options)
        let count = try access.change(job) { store throws(StateError) in try store.reset(job: job, call: call) }
        let subject = call.map { "call '\($0)' of job '\(job)'" } ?? "job '\(job)'"
        access.console.write(
            TerminalText.escape(subject) + (count == 0 ? ": nothing was kept of it" : " begins anew") + "\n")
    }
}
