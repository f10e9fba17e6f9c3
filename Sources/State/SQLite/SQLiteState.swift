import Database
public import JSON

/// The state in a SQLite file, which processes of one machine share.
///
/// A commit waits for another process's transaction, up to 10 seconds.
public final class SQLiteState: StateStore {
    private let tables: StateTables

    /// Opens a file, or makes it with the folders around it, for its owner alone.
    ///
    /// - Throws: `newer` for a file of a newer errand; `damaged` or `cannotOpen` for one that is damaged or something else.
    ///   Such a file is never replaced.
    public convenience init(path: String) throws(StateError) {
        try SQLiteStateFile(path).makeIfMissing()
        try self.init(opening: path)
    }

    /// Opens a file that is there; nil when it is not.
    public convenience init?(existing path: String) throws(StateError) {
        guard try SQLiteStateFile(path).isThere() else { return nil }
        try self.init(opening: path)
    }

    private init(opening path: String) throws(StateError) {
        tables = try SQLiteStateFile(path).open()
    }

    /// The file's path.
    public var place: String { tables.place }

    /// How far a call has come; nil when nothing is kept.
    public func position(_ scope: StateScope) throws(StateError) -> CallPosition? { try tables.position(scope) }

    /// The positions of a job, or of all jobs, in the order of their names.
    public func positions(job: String?) throws(StateError) -> [KeptPosition] { try tables.positions(job: job) }

    /// How often what is kept of a scope was set or reset by hand; 0 at first.
    public func epoch(_ scope: StateScope) throws(StateError) -> Int { try tables.epoch(scope) }

    /// The value of an entry; nil when there is none.
    public func entry(_ scope: StateScope, _ kind: EntryKind, name: String) throws(StateError) -> JSONValue? {
        try tables.entry(scope, kind, name: name)
    }

    /// All entries of a kind that a job has, in the order of their calls, keys and names.
    public func entries(job: String, _ kind: EntryKind) throws(StateError) -> [StateEntry] {
        try tables.entries(job: job, kind)
    }

    /// Whether records were written before, by their hashes, in the same order.
    public func isSeen(_ scope: StateScope, _ hashes: [[UInt8]]) throws(StateError) -> [Bool] {
        try tables.isSeen(scope, hashes)
    }

    /// Makes changes, all in one transaction or none; the lease says nothing, the lock of the machine does.
    public func commit(_ changes: [StateChange], lease: Lease?) throws(StateError) {
        guard !changes.isEmpty else { return }
        try tables.transaction { () throws(StateError) in try tables.make(changes) }
    }

    /// Notes that a run has begun; runs of the job that have no end by now have died.
    public func begin(run: RunRecord) throws(StateError) {
        try tables.transaction { () throws(StateError) in try tables.begin(run: run) }
    }

    /// Notes how a run ended.
    public func end(run: RunRecord) throws(StateError) { try tables.keep(run) }

    /// The last runs of a job, or of all jobs, the newest first.
    public func history(job: String?, limit: Int) throws(StateError) -> [RunRecord] {
        try tables.history(job: job, limit: limit)
    }

    /// Forgets all that is kept of a job, or of one of its calls, but for its history, and raises the epoch.
    @discardableResult
    public func reset(job: String, call: String?) throws(StateError) -> Int {
        try tables.transaction { () throws(StateError) in try tables.reset(job: job, call: call) }
    }

    /// Sets a position by hand, and raises the epoch of its scope.
    public func set(_ position: CallPosition, for scope: StateScope) throws(StateError) {
        try tables.transaction { () throws(StateError) in try tables.set(position, for: scope) }
    }

    /// The names of all jobs of which something is kept, in order.
    public func jobs() throws(StateError) -> [String] { try tables.jobs() }
}

extension SQLiteState {
    /// False: processes of one machine have its lock.
    public var hasLeases: Bool { false }

    /// A lease that nobody else asks for.
    public func acquire(lease job: String, holder: String, duration: Duration) throws(StateError) -> Lease? {
        Lease(job: job, holder: holder, token: 0, duration: duration)
    }

    /// Does nothing.
    public func renew(_ lease: Lease) throws(StateError) {}

    /// Does nothing.
    public func release(_ lease: Lease) throws(StateError) {}

    /// Nobody.
    public func holder(ofLease job: String) throws(StateError) -> String? { nil }
}
