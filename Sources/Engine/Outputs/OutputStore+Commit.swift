import Sinks
import State

extension OutputStore {
    /// Makes what was added so far permanent, while its call goes on.
    func checkpoint() throws(OutputError) {
        try checkLease()
        let keys = order.filter { entries[$0]?.isCommittedEarly == true && entries[$0]?.isTouched == true }
        do throws(SinkError) {
            for key in keys where entries[key]?.isTable == false {
                guard entries[key]?.isFinished == false else { continue }
                try (entries[key]?.output as? any Sink)?.checkpoint()
            }
            try keepPositionsInTables()
            for key in keys where entries[key]?.isTable == true {
                try (entries[key]?.output as? any Sink)?.checkpoint()
            }
        } catch {
            throw .sink(error)
        }
        var changes = ledgerChanges()
        for key in keys {
            guard let entry = entries[key], let journal = entry.journal,
                let point = (entry.output as? any Sink)?.appendPoint
            else { continue }
            changes.append(Self.journalChange(job: job, entry.call, journal, point))
        }
        try keep(changes)
    }

    /// A call ended well: what streams hold is passed on, whatever comes after.
    func flush(_ call: String) throws(SinkError) {
        for key in order where entries[key]?.call == call && entries[key]?.isCommittedEarly == false {
            try (entries[key]?.output as? any Sink)?.checkpoint()
        }
    }

    /// Calls ended well: what they added stays, with how far they have come, whatever comes after.
    func commit() throws(OutputError) {
        try commit(order.filter { entries[$0]?.isCommittedEarly == true }, isPublication: false)
    }

    /// Makes everything durable, then shows it all together; what no answer reached is taken back.
    ///
    /// - Throws: the first error; what was not yet shown is taken back then.
    func publish() throws(OutputError) {
        try commit(order, isPublication: true)
    }

    /// Takes back what is not committed, of one call or of all; how far they have come is forgotten with it.
    ///
    /// - Returns: what could not be taken back.
    @discardableResult
    func rollback(_ call: String? = nil) -> [SinkError] {
        // What is added is pending for all calls together; what is replaced belongs to one.
        let keys = order.filter { call == nil || entries[$0]?.call == call || entries[$0]?.isCommittedEarly == true }
        let journals = journalRemovals(keys)
        let failures = OutputSet.rollback(keys.compactMap { entries[$0]?.output })
        forget(keys)
        ledgers.removeAll()
        let waiting = Set(entries.values.map(\.call))
        staged.removeAll { call == nil || $0.call == call || !waiting.contains($0.call) }
        if failures.isEmpty, !journals.isEmpty { try? keep(journals) }
        return failures
    }

    /// The order in which nothing is lost: files, databases with their positions, the state.
    ///
    /// A run that dies between two of them has written more than it knows of. Files are cut back to what the state
    /// knows, databases know themselves how far they are.
    private func commit(_ keys: [String], isPublication: Bool) throws(OutputError) {
        let committed = keys.compactMap { entries[$0] }
        guard !committed.isEmpty || !ledgers.isEmpty || !staged.isEmpty else { return }
        let changes = ledgerChanges() + journalRemovals(keys) + takeStaged(isPublication: isPublication)
        do throws(OutputError) {
            try checkLease()
        } catch {
            _ = rollback()
            throw error
        }
        do throws(SinkError) {
            // A table that is added to takes positions also when no answer reached it.
            let untouched = committed.filter { !$0.isTouched && !($0.isTable && $0.isCommittedEarly) }
            let failure = OutputSet.rollback(untouched.map(\.output)).first
            try keepPositionsInTables()
            forget(keys)
            let touched = committed.filter { $0.isTouched || ($0.isTable && $0.isCommittedEarly) }.map(\.output)
            if let failure {
                _ = OutputSet.rollback(touched)
                throw failure
            }
            try OutputSet.commit(touched, journal: publications)
        } catch {
            ledgers.removeAll()
            throw .sink(error)
        }
        try keep(changes)
        if isPublication { ledgers.removeAll() }
    }

    private func ledgerChanges() -> [StateChange] {
        for scope in ledgers.keys { ledgers[scope]?.prune() }
        return ledgers.flatMap { scope, ledger in ledger.changes(scope: scope) }
    }

    /// What calls remember, as far as it is safe now.
    private func takeStaged(isPublication: Bool) -> [StateChange] {
        let waiting = isPublication ? [] : Set(entries.values.filter { !$0.isCommittedEarly }.map(\.call))
        let changes = staged.filter { !waiting.contains($0.call) }.map(\.change)
        staged.removeAll { !waiting.contains($0.call) }
        return changes
    }

    private func keep(_ changes: [StateChange]) throws(OutputError) {
        defer {
            ledgers = ledgers.filter { !$0.value.isDone }
            for scope in ledgers.keys { ledgers[scope]?.settle() }
        }
        guard let state, !changes.isEmpty else { return }
        do throws(StateError) {
            try state.store.commit(changes, lease: state.lease)
        } catch {
            throw .state(error)
        }
    }

    /// Whether the run still has the right to write.
    private func checkLease() throws(OutputError) {
        guard let state, let lease = state.lease else { return }
        do throws(StateError) {
            try state.store.commit([], lease: lease)
        } catch {
            throw .state(error)
        }
    }
}
