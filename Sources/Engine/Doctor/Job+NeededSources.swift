public import JobFile

extension Job {
    /// The names of the token sources that a run asks for a token: what `errand doctor` looks at.
    ///
    /// Those of the calls, of `finally` too; those whose answers the calls' templates use (`${auth.NAME.MEMBER}`); and
    /// those whose answers say which hosts another one's credential may go to. What a source needs to get its own token
    /// is asked for along with it, and not among them.
    public var neededSources: Set<String> {
        var needed: Set<String> = []
        for call in calls + finalCalls {
            if case .source(let name) = call.authorization { needed.insert(name) }
            needed.formUnion(call.tokenSourcesInTemplates)
        }
        // Each round follows the hosts of those that were found in the one before.
        var found = needed
        while !found.isEmpty {
            let members = found.compactMap { tokenSource(named: $0) }.flatMap(\.hostMembers)
            found = Set(members.map(\.source)).subtracting(needed)
            needed.formUnion(found)
        }
        return needed
    }
}
