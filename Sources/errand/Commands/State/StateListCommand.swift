import ArgumentParser
import JSON
import State

/// `errand state list`: the jobs of which something is kept.
struct StateListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the jobs of which something is kept.",
        discussion: """
            Examples:
              errand state list
              errand state list --json
            """)

    @Flag(help: "Prints JSON.")
    var json = false

    @OptionGroup var options: StateOptions

    private struct Job {
        let name: String
        let positions: [KeptPosition]
        let last: RunRecord?

        /// When the newest position was written.
        var updatedAt: String? { positions.map(\.updatedAt).max() }

        var json: JSONValue {
            .object([
                JSONMember(name: "job", value: .string(name)),
                JSONMember(name: "positions", value: .number(JSONNumber(positions.count))),
                JSONMember(name: "updated_at", value: updatedAt.map { .string($0) } ?? .null),
                JSONMember(name: "last_run", value: last.map { StateText.json($0) } ?? .null),
            ])
        }

        var row: [String] {
            [
                name, "\(positions.count)", updatedAt ?? "-",
                last.map { "\($0.startedAt) \(StateText.outcome($0))" } ?? "-",
            ]
        }
    }

    func run() throws {
        let jobs =
            try StateAccess(options).read { store throws(StateError) -> [Job] in
                var jobs: [Job] = []
                for name in try store.jobs() {
                    jobs.append(
                        Job(
                            name: name, positions: try store.positions(job: name),
                            last: try store.history(job: name, limit: 1).first))
                }
                return jobs
            } ?? []
        if json {
            StandardOutput.write(JSONValue.array(jobs.map(\.json)).pretty() + "\n")
        } else if !jobs.isEmpty {
            StandardOutput.write(StateText.table([["JOB", "POSITIONS", "UPDATED", "LAST RUN"]] + jobs.map(\.row)))
        }
    }
}
