import JSON
import Sinks
import State

extension OutputStore {
    /// What the databases have of a call: one output of each, by its key.
    func positionsInTables(
        _ request: SyncRequest
    ) throws(OutputError) -> [(key: String, position: SinkPosition?)] {
        var found: [(key: String, position: SinkPosition?)] = []
        var places: [String: Int] = [:]
        do throws(SinkError) {
            for (configuration, call) in request.tables {
                let sink = try sink(configuration, for: call)
                let database = sink.databaseID ?? configuration.name
                // A table of the call itself that has none of the records gets them all, whatever the others have.
                guard places[database] == nil || call == request.scope.call else { continue }
                let position = try sink.position(of: request.scope.owner).flatMap { SinkPosition(json: $0) }
                if let place = places[database] {
                    if position == nil { found[place].position = nil }
                } else {
                    places[database] = found.count
                    found.append((Self.key(configuration), position))
                }
            }
        } catch {
            throw .sink(error)
        }
        return found
    }

    /// Sets a call back to where the run began, after its pages passed over something.
    func setBack(_ request: SyncRequest, to position: CallPosition?) throws(OutputError) {
        rollback()
        let keys = try positionsInTables(request).map(\.key)
        do throws(SinkError) {
            for key in keys {
                guard let sink = entries[key]?.output as? any Sink else { continue }
                try sink.setPosition(position?.json ?? .null, of: request.scope.owner)
                try sink.checkpoint()
            }
        } catch {
            throw .sink(error)
        }
        rollback()
        guard let state else { return }
        do throws(StateError) {
            let change: StateChange =
                position.map { .setPosition(request.scope, $0) } ?? .removePosition(request.scope)
            try state.store.commit([change], lease: state.lease)
        } catch {
            throw .state(error)
        }
    }

    /// Gives the databases the positions that go with what is written, to be committed with it.
    func keepPositionsInTables() throws(SinkError) {
        for (scope, var ledger) in ledgers where ledger.position != nil {
            guard let position = ledger.position else { continue }
            ledger.prune()
            let kept = SinkPosition(position: position, seen: ledger.tables == nil ? [] : ledger.pending)
            for key in ledger.databases {
                guard let sink = entries[key]?.output as? any Sink else { continue }
                try sink.setPosition(kept.json, of: scope.owner)
            }
        }
    }
}

extension StateScope {
    /// Its name in a database that records are written to.
    var owner: SinkOwner { SinkOwner(job: job, call: call, key: key) }
}
