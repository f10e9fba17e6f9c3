import JSON
import State

extension OutputStore {
    /// An entry of the state; nil when there is none, or no state.
    func entry(_ scope: StateScope, _ kind: EntryKind, name: String) throws(OutputError) -> JSONValue? {
        do throws(StateError) {
            return try state?.store.entry(scope, kind, name: name)
        } catch {
            throw .state(error)
        }
    }

    /// Makes a change when the outputs of its call are safe; it is dropped when they are taken back.
    func stage(_ change: StateChange, of call: String) {
        guard state != nil else { return }
        staged.append((call, change))
    }

    /// Makes changes at once.
    func keepNow(_ changes: [StateChange]) throws(OutputError) {
        do throws(StateError) {
            try state?.store.commit(changes, lease: state?.lease)
        } catch {
            throw .state(error)
        }
    }

    /// How many records a call had in the last good run.
    func lastCount(of call: String) throws(OutputError) -> Int? {
        try entry(StateScope(job: job, call: call), .count, name: "")?.number?.int
    }

    /// Keeps how many records a call had, once they are safe.
    func stageCount(_ count: Int, of call: String) {
        stage(
            .setEntry(StateScope(job: job, call: call), kind: .count, name: "", value: .number(JSONNumber(count))),
            of: call)
    }
}
