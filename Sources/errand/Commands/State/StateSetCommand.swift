import ArgumentParser
import Diagnostics
import State

/// `errand state set`: where a call goes on.
struct StateSetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Sets the watermark, or the token, from which a call goes on.",
        discussion: """
            The value is as the call's field has it: a time (RFC 3339 or a number since 1970), a number, or text. What a \
            database sink keeps of the call does not count any more.
            Exits 75 when a run of the job is going on.

            Examples:
              errand state set orders list_orders 2026-01-01T00:00:00Z
              errand state set orders list_lines 4711 --key eu      of one item
              errand state set orders changes 'DeltaToken=abc' --token
            """)

    @Argument(help: ArgumentHelp("The job, by its name.", valueName: "job"))
    var job: String

    @Argument(help: ArgumentHelp("The call, by its name.", valueName: "call"))
    var call: String

    @Argument(help: ArgumentHelp("The watermark, or the token.", valueName: "value"))
    var value: String

    @Option(help: ArgumentHelp("The item of a for_each, by its key.", valueName: "key"))
    var key = ""

    @Flag(help: "Sets the opaque token or next URL instead of the watermark.")
    var token = false

    @OptionGroup var options: StateOptions

    func run() throws {
        let access = try StateAccess(options)
        let scope = StateScope(job: job, call: call, key: key)
        let before = try access.change(job) { store throws(StateError) -> CallPosition? in
            let before = try store.position(scope)
            // The request is the same one as before; without one any is.
            var position = CallPosition(fingerprint: before?.fingerprint ?? "")
            if token { position.token = value } else { position.watermark = value }
            try store.set(position, for: scope)
            return before
        }
        let old = (token ? before?.token : before?.watermark).map { "it was \(StateText.short($0))" }
        access.console.write(
            TerminalText.escape("call '\(call)' of job '\(job)' goes on from \(StateText.short(value))") + "; "
                + TerminalText.escape(old ?? "nothing was kept of it before") + "\n")
    }
}
