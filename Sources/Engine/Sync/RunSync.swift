import JobFile

/// What the calls of a run need to know of each other to go on where the last run ended.
struct RunSync: Sendable {
    /// The calls of the run, by name.
    var calls: [String: Call] = [:]
    /// Where what was got is committed.
    var plan = CommitPlan([])
    /// Whether all incremental calls begin anew.
    var isFullRefresh = false
    /// Whether the call that is under way may commit its pages and windows.
    var mayCommitWithin = false

    /// The calls that the records of a call lead to, directly or through others.
    func dependents(of call: Call) -> [Call] {
        var found: [Call] = []
        var names: Set<String> = [call.name]
        var waiting = call.feeds[...]
        while let name = waiting.popFirst() {
            guard names.insert(name).inserted, let next = calls[name] else { continue }
            found.append(next)
            waiting += next.feeds
        }
        return found
    }
}

extension RunSync {
    /// That of a run.
    init(_ selection: CallSelection, _ settings: RunSettings) {
        calls = Dictionary(selection.calls.map { ($0.name, $0) }) { first, _ in first }
        plan = CommitPlan(selection.calls, only: settings.only)
        isFullRefresh = settings.isFullRefresh
    }
}
