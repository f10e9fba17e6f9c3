public import JSON

/// Where the state of jobs is kept.
///
/// Every method may block, so a store is used from one thread at a time that is not of the cooperative pool. All that is
/// committed survives the end of the process and of the machine.
public protocol StateStore: AnyObject {
    /// Where it is, in words for a message; no password is in it.
    var place: String { get }

    /// How far a call has come; nil when nothing is kept.
    func position(_ scope: StateScope) throws(StateError) -> CallPosition?

    /// The positions of a job, or of all jobs, in the order of their names.
    func positions(job: String?) throws(StateError) -> [KeptPosition]

    /// How often what is kept of a scope was set or reset by hand; 0 at first.
    ///
    /// A position of a smaller ``CallPosition/epoch``, as a database sink may still hold it, does not count any more.
    func epoch(_ scope: StateScope) throws(StateError) -> Int

    /// The value of an entry; nil when there is none.
    func entry(_ scope: StateScope, _ kind: EntryKind, name: String) throws(StateError) -> JSONValue?

    /// All entries of a kind that a job has, in the order of their calls, keys and names.
    func entries(job: String, _ kind: EntryKind) throws(StateError) -> [StateEntry]

    /// Whether records were written before, by their hashes, in the same order.
    func isSeen(_ scope: StateScope, _ hashes: [[UInt8]]) throws(StateError) -> [Bool]

    /// Makes changes, all in one transaction or none.
    ///
    /// - Parameter lease: the lease under which they are made; nil where the lock of this machine is enough.
    /// - Throws: `overtaken` when another one has the lease now; nothing was changed then.
    func commit(_ changes: [StateChange], lease: Lease?) throws(StateError)

    /// Notes that a run has begun; runs of the job that have no end by now have died.
    ///
    /// It also clears away what nobody needs any more: runs before the last ``StateLimits/runs`` of the job.
    func begin(run: RunRecord) throws(StateError)

    /// Notes how a run ended.
    func end(run: RunRecord) throws(StateError)

    /// The last runs of a job, or of all jobs, the newest first.
    func history(job: String?, limit: Int) throws(StateError) -> [RunRecord]

    /// Forgets all that is kept of a job, or of one of its calls, but for its history, and raises the epoch.
    ///
    /// - Returns: how many rows were forgotten.
    @discardableResult
    func reset(job: String, call: String?) throws(StateError) -> Int

    /// Sets a position by hand, and raises the epoch of its scope; the position gets the new epoch.
    func set(_ position: CallPosition, for scope: StateScope) throws(StateError)

    /// The names of all jobs of which something is kept, in order.
    func jobs() throws(StateError) -> [String]

    /// Whether ``acquire(lease:holder:duration:)`` says more than the lock of this machine does.
    var hasLeases: Bool { get }

    /// Takes the lease of a job, or takes over one that has expired by the store's own clock; nil when another has it.
    func acquire(lease job: String, holder: String, duration: Duration) throws(StateError) -> Lease?

    /// Makes a lease last for its whole duration from now.
    ///
    /// - Throws: `overtaken` when another one has it now.
    func renew(_ lease: Lease) throws(StateError)

    /// Gives a lease back; one that was taken over is left alone.
    func release(_ lease: Lease) throws(StateError)

    /// Who has the lease of a job now; nil when nobody has.
    func holder(ofLease job: String) throws(StateError) -> String?
}
