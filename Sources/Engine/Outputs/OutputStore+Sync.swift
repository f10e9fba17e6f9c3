import Sinks
import State

extension OutputStore {
    /// Where an incremental call or item begins.
    func begin(_ request: SyncRequest) throws(OutputError) -> SyncStart {
        guard let state else { return SyncStart() }
        var ledger = SyncLedger()
        var start = StartPosition()
        start.isInDatabasesOnly = request.isInTablesOnly
        let found = try positionsInTables(request)
        do throws(StateError) {
            start.state = try state.store.position(request.scope)
            start.epoch = try state.store.epoch(request.scope)
        } catch {
            throw .state(error)
        }
        start.databases = found.map { $0.position?.position }
        ledger.databases = found.map(\.key)
        let rank: (CallPosition) -> WatermarkValue? = { request.field?.rank($0) }
        // The hashes of tables and those of files are the same unless a run died between their commits.
        let isMixed = request.addsToFiles && request.addsToTables
        let tableScope = isMixed ? request.scope.ofTables : request.scope
        if request.field != nil {
            if request.addsToFiles {
                let floor = request.isFresh ? nil : request.field?.floor(start.ofState)
                ledger.files = .init(scope: request.scope, floor: floor, hasHashes: !request.isFresh)
            }
            if request.addsToTables {
                let floor = request.isFresh ? nil : request.field?.floor(start.ofDatabases(rank))
                ledger.tables = .init(scope: tableScope, floor: floor, hasHashes: !request.isFresh)
            }
        }
        if !request.isFresh {
            try keepHashes(of: found.compactMap(\.position), in: ledger, epoch: start.currentEpoch)
        }
        ledger.isFresh = request.isFresh
        ledgers[request.scope] = ledger
        return SyncStart(
            position: request.isFresh ? nil : start.chosen(rank),
            seenUpTo: request.isFresh
                ? nil : request.mayBeHeld ? .max : start.all.compactMap(rank).map(\.orderKey).max(),
            epoch: request.isFresh ? start.currentEpoch + 1 : start.currentEpoch,
            remembers: ledger.files != nil || ledger.tables != nil, movesPosition: request.movesPosition)
    }

    /// A run that died between the commit of a database and that of the state left the hashes in the database.
    private func keepHashes(
        of positions: [SinkPosition], in ledger: SyncLedger, epoch: Int
    ) throws(OutputError) {
        guard let filter = ledger.tables ?? ledger.files, let state else { return }
        let seen = positions.filter { $0.position.epoch == epoch }.flatMap(\.seen)
        guard !seen.isEmpty else { return }
        do throws(StateError) {
            let records = seen.map { SeenRecord(hash: $0.hash.bytes, mark: $0.mark) }
            try state.store.commit([.addSeen(filter.scope, records)], lease: state.lease)
        } catch {
            throw .state(error)
        }
    }

    /// Writes a page: to the outputs, and to where later calls find it.
    ///
    /// - Parameter deleted: which records are to be removed, by the place of the output.
    func put(
        _ batch: RecordBatch, deleted: [Int: [Bool]] = [:], spool: Spool?, to configurations: [SinkConfiguration],
        for call: String,
        page: SyncedPage?
    ) throws(OutputError) {
        for configuration in configurations where configuration.mode == .append {
            try journal(configuration, for: call)
        }
        let ledger = page.flatMap { ledgers[$0.scope] }
        let forFiles = try filtered(batch, ledger?.files, page)
        let forTables = try filtered(batch, ledger?.tables, page)
        do throws(SinkError) {
            if let spool { try spool.append(ledger?.files == nil ? forTables : forFiles) }
            for (place, configuration) in configurations.enumerated() {
                switch configuration.mode {
                case .replace where configuration.target != .stdout: try write(batch, to: configuration, for: call)
                case .merge: try write(Self.marking(deleted[place], in: batch), to: configuration, for: call)
                case .replace, .append:
                    try write(configuration.isTable ? forTables : forFiles, to: configuration, for: call)
                }
            }
        } catch {
            throw .sink(error)
        }
        guard let page else { return }
        let marks = zip(page.hashes, page.marks).compactMap { hash, mark -> SeenMark? in
            guard let hash, let boundary = page.boundary, mark >= boundary else { return nil }
            return SeenMark(hash: hash, mark: mark)
        }
        ledgers[page.scope]?.note(marks, boundary: page.boundary)
        guard let count = ledgers[page.scope]?.pending.count, count > SyncLedger.limit else { return }
        throw .sink(
            SinkError(
                .unsuitable, path: configurations.first?.name ?? call, operation: .write,
                message: "more than \(SyncLedger.limit) records lie within lookback, too many to know them again",
                advice: "make lookback shorter, or merge into a table with a key"))
    }

    private static func marking(_ deleted: [Bool]?, in batch: RecordBatch) -> RecordBatch {
        guard let deleted, deleted.contains(true) else { return batch }
        var batch = batch
        for (place, isDeleted) in deleted.enumerated() { batch.records[place].isDeleted = isDeleted }
        return batch
    }

    /// The batch without what was written before.
    private func filtered(
        _ batch: RecordBatch, _ filter: SyncLedger.Filter?, _ page: SyncedPage?
    ) throws(OutputError) -> RecordBatch {
        guard let filter, let page, page.marks.count == batch.records.count else { return batch }
        var keeps = [Bool](repeating: true, count: page.marks.count)
        var asked: [Int] = []
        let floor = [filter.floor, page.floor].compactMap { $0 }.max()
        let edge = ledgers[page.scope]?.edge ?? []
        for (place, mark) in page.marks.enumerated() {
            if let floor, mark < floor {
                keeps[place] = false
            } else if place < page.hashes.count, let hash = page.hashes[place] {
                if edge.contains(hash) {
                    keeps[place] = false
                } else if filter.hasHashes, let seenUpTo = page.seenUpTo, mark <= seenUpTo {
                    asked.append(place)
                }
            }
        }
        if !asked.isEmpty, let state {
            do throws(StateError) {
                let seen = try state.store.isSeen(filter.scope, asked.compactMap { page.hashes[$0]?.bytes })
                for (place, isSeen) in zip(asked, seen) where isSeen { keeps[place] = false }
            } catch {
                throw .state(error)
            }
        }
        guard keeps.contains(false) else { return batch }
        var rest = RecordBatch()
        rest.records = zip(batch.records, keeps).compactMap { $1 ? $0 : nil }
        return rest
    }

    /// A window is done; what comes again at its end is known, also when it is not committed by itself.
    func endWindow(_ scope: StateScope, until: Int64) {
        guard var ledger = ledgers[scope] else { return }
        ledger.edge = Set(ledger.pending.filter { $0.mark >= until }.map(\.hash))
        ledgers[scope] = ledger
    }

    /// How far a call or item has come with what is written; it counts with the next commit.
    ///
    /// - Parameter isLast: whether nothing more comes of it.
    func advance(_ scope: StateScope, to position: CallPosition?, boundary: Int64?, isLast: Bool = false) {
        ledgers[scope]?.advance(to: position, boundary: boundary)
        ledgers[scope]?.isDone = isLast
    }
}

extension StateScope {
    /// Where the hashes of records in tables are kept, when they differ from those in files.
    fileprivate var ofTables: StateScope { StateScope(job: job, call: call, key: key + "\u{1F}tables") }
}
