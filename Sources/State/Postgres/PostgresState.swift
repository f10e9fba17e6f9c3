import Database
public import JSON
public import Secrets

/// The state in a PostgreSQL database, which machines share.
///
/// A connection that was lost is made again; what was going on is done again then, which changes nothing twice.
public final class PostgresState: StateStore {
    private let url: Secret
    private var tables: StateTables
    /// The server and database; no user and no password.
    public let place: String

    /// Connects, and makes the tables where they are missing, in the first schema of the server's `search_path`.
    ///
    /// - Throws: `unavailable` without libpq, `cannotOpen`, `notAllowed`, `newer`.
    public init(url: Secret) throws(StateError) {
        self.url = url
        tables = try PostgresStateServer.open(url)
        place = tables.place
    }

    /// Does something, and once more on a new connection when the old one is lost.
    private func perform<Result>(_ body: (StateTables) throws(StateError) -> Result) throws(StateError) -> Result {
        do {
            return try body(tables)
        } catch {
            guard error.code == .lost else { throw error }
        }
        tables = try PostgresStateServer.reopen(url)
        return try body(tables)
    }

    private func transaction<Result>(
        _ body: (StateTables) throws(StateError) -> Result
    ) throws(StateError) -> Result {
        try perform { tables throws(StateError) in
            try tables.transaction { () throws(StateError) in try body(tables) }
        }
    }

    /// How far a call has come; nil when nothing is kept.
    public func position(_ scope: StateScope) throws(StateError) -> CallPosition? {
        try perform { tables throws(StateError) in try tables.position(scope) }
    }

    /// The positions of a job, or of all jobs, in the order of their names.
    public func positions(job: String?) throws(StateError) -> [KeptPosition] {
        try perform { tables throws(StateError) in try tables.positions(job: job) }
    }

    /// How often what is kept of a scope was set or reset by hand; 0 at first.
    public func epoch(_ scope: StateScope) throws(StateError) -> Int {
        try perform { tables throws(StateError) in try tables.epoch(scope) }
    }

    /// The value of an entry; nil when there is none.
    public func entry(_ scope: StateScope, _ kind: EntryKind, name: String) throws(StateError) -> JSONValue? {
        try perform { tables throws(StateError) in try tables.entry(scope, kind, name: name) }
    }

    /// All entries of a kind that a job has, in the order of their calls, keys and names.
    public func entries(job: String, _ kind: EntryKind) throws(StateError) -> [StateEntry] {
        try perform { tables throws(StateError) in try tables.entries(job: job, kind) }
    }

    /// Whether records were written before, by their hashes, in the same order.
    public func isSeen(_ scope: StateScope, _ hashes: [[UInt8]]) throws(StateError) -> [Bool] {
        try perform { tables throws(StateError) in try tables.isSeen(scope, hashes) }
    }

    /// Makes changes, all in one transaction or none.
    ///
    /// The lease's row stays locked to the end of the transaction, so nobody takes it over in between.
    public func commit(_ changes: [StateChange], lease: Lease?) throws(StateError) {
        try transaction { tables throws(StateError) in
            if let lease { try tables.hold(lease) }
            try tables.make(changes)
        }
    }

    /// Notes that a run has begun; runs of the job that have no end by now have died.
    public func begin(run: RunRecord) throws(StateError) {
        try transaction { tables throws(StateError) in try tables.begin(run: run) }
    }

    /// Notes how a run ended.
    public func end(run: RunRecord) throws(StateError) {
        try transaction { tables throws(StateError) in try tables.keep(run) }
    }

    /// The last runs of a job, or of all jobs, the newest first.
    public func history(job: String?, limit: Int) throws(StateError) -> [RunRecord] {
        try perform { tables throws(StateError) in try tables.history(job: job, limit: limit) }
    }

    /// Forgets all that is kept of a job, or of one of its calls, but for its history, and raises the epoch.
    @discardableResult
    public func reset(job: String, call: String?) throws(StateError) -> Int {
        try transaction { tables throws(StateError) in try tables.reset(job: job, call: call) }
    }

    /// Sets a position by hand, and raises the epoch of its scope.
    public func set(_ position: CallPosition, for scope: StateScope) throws(StateError) {
        try transaction { tables throws(StateError) in try tables.set(position, for: scope) }
    }

    /// The names of all jobs of which something is kept, in order.
    public func jobs() throws(StateError) -> [String] {
        try perform { tables throws(StateError) in try tables.jobs() }
    }
}

extension PostgresState {
    /// True: the machines that share it have no other lock.
    public var hasLeases: Bool { true }

    /// Takes the lease of a job, or takes over one that has expired by the server's clock; nil when another has it.
    public func acquire(lease job: String, holder: String, duration: Duration) throws(StateError) -> Lease? {
        try transaction { tables throws(StateError) in
            try tables.acquire(lease: job, holder: holder, duration: duration)
        }
    }

    /// Makes a lease last for its whole duration from now, also one that has expired and nobody took over.
    public func renew(_ lease: Lease) throws(StateError) {
        try transaction { tables throws(StateError) in try tables.renew(lease) }
    }

    /// Gives a lease back; one that was taken over is left alone.
    public func release(_ lease: Lease) throws(StateError) {
        try transaction { tables throws(StateError) in try tables.release(lease) }
    }

    /// Who has the lease of a job now; nil when nobody has.
    public func holder(ofLease job: String) throws(StateError) -> String? {
        try perform { tables throws(StateError) in try tables.holder(ofLease: job) }
    }
}
