import ArgumentParser

/// `errand state`: what is kept of jobs between their runs.
struct StateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "state",
        abstract: "Shows and changes what is kept of jobs between their runs.",
        discussion: """
            How far each call has come, the files it appends to, the runs. It is in state.db in $XDG_STATE_HOME/errand \
            (else ~/.local/state/errand), or where --state or ERRAND_STATE says.

            Examples:
              errand state list
              errand state show orders
              errand state set orders list_orders 2026-01-01T00:00:00Z
              errand state reset orders
              errand state history orders --json
            """,
        subcommands: [
            StateListCommand.self, StateShowCommand.self, StateSetCommand.self, StateResetCommand.self,
            StateHistoryCommand.self,
        ])
}
