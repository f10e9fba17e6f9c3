import ArgumentParser
import JSON
import State

/// `errand state show`: what is kept of a job.
struct StateShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows how far a job's calls have come, and what else is kept of it.",
        discussion: """
            Long tokens are cut short; --json shows them whole.

            Examples:
              errand state show orders
              errand state show orders --json
            """)

    @Argument(help: ArgumentHelp("The job, by its name.", valueName: "job"))
    var job: String

    @Flag(help: "Prints JSON.")
    var json = false

    @OptionGroup var options: StateOptions

    /// Of each kind of entry so many are printed.
    private static let entryLimit = 20

    private struct Content {
        let positions: [KeptPosition]
        let entries: [EntryKind: [StateEntry]]
        let last: RunRecord?
        let jobs: [String]
    }

    func run() throws {
        let access = try StateAccess(options)
        let content = try access.read { store throws(StateError) -> Content in
            var entries: [EntryKind: [StateEntry]] = [:]
            for kind in EntryKind.allCases { entries[kind] = try store.entries(job: job, kind) }
            return Content(
                positions: try store.positions(job: job), entries: entries,
                last: try store.history(job: job, limit: 1).first, jobs: try store.jobs())
        }
        guard let content, content.jobs.contains(job) else { throw access.unknown(job, among: content?.jobs ?? []) }
        StandardOutput.write(json ? value(of: content).pretty() + "\n" : text(content))
    }

    private func value(of content: Content) -> JSONValue {
        .object([
            JSONMember(name: "job", value: .string(job)),
            JSONMember(name: "positions", value: .array(content.positions.map { StateText.json($0) })),
            JSONMember(
                name: "entries",
                value: .array(EntryKind.allCases.flatMap { content.entries[$0] ?? [] }.map { StateText.json($0) })),
            JSONMember(name: "last_run", value: content.last.map { StateText.json($0) } ?? .null),
        ])
    }

    private func text(_ content: Content) -> String {
        var parts: [String] = []
        if !content.positions.isEmpty {
            parts.append(
                StateText.table(
                    [["CALL", "KEY", "WATERMARK", "TOKEN", "WINDOW END", "UPDATED"]]
                        + content.positions.map { kept in
                            let position = kept.position
                            return [kept.scope.call, kept.scope.key]
                                + [position.watermark, position.token, position.windowEnd].map {
                                    StateText.short($0 ?? "-")
                                }
                                + [kept.updatedAt]
                        }))
        }
        let entries = EntryKind.allCases.flatMap { kind in (content.entries[kind] ?? []).prefix(Self.entryLimit) }
        if !entries.isEmpty {
            parts.append(
                StateText.table(
                    [["KEPT", "CALL", "KEY", "NAME", "VALUE"]]
                        + entries.map { entry in
                            [
                                entry.kind.rawValue, entry.scope.call, entry.scope.key, StateText.short(entry.name),
                                StateText.short(entry.value.serialized()),
                            ]
                        }))
        }
        let more = EntryKind.allCases.reduce(0) { $0 + max(0, (content.entries[$1]?.count ?? 0) - Self.entryLimit) }
        if more > 0 { parts.append("and \(more) more; --json shows all\n") }
        if let last = content.last { parts.append("last run: \(last.startedAt) \(StateText.outcome(last))\n") }
        return parts.joined(separator: "\n")
    }
}
