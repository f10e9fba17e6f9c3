import JSON
import JobFile
import Secrets
import Sinks
import State
import Template

/// Makes what the outputs are asked at the beginning of an incremental call or item.
struct SyncQuestion {
    let call: Call
    let context: RunContext
    /// Whether the records go to stdout because nothing in the job writes.
    let printsResult: Bool

    /// The request, with the tables of the call and of those that its records lead to.
    ///
    /// - Throws: a template that fails.
    func request(
        _ incremental: Incremental, isFresh: Bool, in scope: RunScope
    ) throws(RunFailure) -> SyncRequest {
        let dependents = context.sync.dependents(of: call)
        let all = [call] + dependents
        var tables: [(configuration: SinkConfiguration, call: String)] = []
        var isKnown = true
        for owner in all {
            let configurations = OutputConfigurations(call: owner, context: context)
            for write in owner.writes where write.isTable {
                // Which database an item of a later loop writes to is not known yet; then the state decides.
                if let configuration = try? configurations.configuration(of: write, in: scope) {
                    tables.append((configuration, owner.name))
                } else {
                    isKnown = false
                }
            }
        }
        let writes = all.flatMap(\.writes)
        let hasFiles =
            writes.contains { !$0.isTable } || all.contains { $0.download != nil } || printsResult
        let isInTablesOnly = isKnown && !tables.isEmpty && !hasFiles
        // What comes again is not passed on to later calls either.
        let feeds = !call.feeds.isEmpty
        let key = try key(in: scope)
        return SyncRequest(
            scope: StateScope(job: context.job.name, call: call.name, key: key),
            field: incremental.field.map { field in
                SyncOrder(kind: field.kind, boundary: { field.boundary(of: $0) })
            },
            tables: tables, isInTablesOnly: isInTablesOnly,
            addsToFiles: printsResult || writes.contains { !$0.isTable && $0.isAddedTo }
                || (feeds && !isInTablesOnly),
            addsToTables: writes.contains { $0.isTable && $0.mode == .append } || (feeds && isInTablesOnly),
            mayBeHeld: feeds,
            movesPosition: !context.sync.plan.heldPositions.contains(call.name), isFresh: isFresh)
    }

    /// What names the item of the loop; empty without a loop.
    private func key(in scope: RunScope) throws(RunFailure) -> String {
        guard let loop = call.forEach else { return "" }
        if let key = loop.key { return try key.text(in: scope, for: .plain).text }
        return scope.item?.value.json.serialized() ?? ""
    }
}

extension SinkTemplate {
    /// Whether it is a table of a database.
    var isTable: Bool {
        switch target {
        case .stdout, .file: false
        case .sqlite, .postgres: true
        }
    }

    /// Whether what is there stays, so that what comes again would be there twice.
    fileprivate var isAddedTo: Bool {
        if case .stdout = target { return true }
        return mode == .append
    }
}
