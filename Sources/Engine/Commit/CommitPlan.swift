import JobFile
import Template

/// Where in the list of a run's calls what was got is made durable.
///
/// What an incremental call got is safe only when the calls that loop over its records are done too: a watermark that
/// moved before would pass over what they did not do. Such calls are *bound*; everything written from the first of them
/// on waits for the last.
struct CommitPlan: Sendable {
    /// The places after which everything pending is committed.
    ///
    /// The last place is none when what is pending shows only with the publication at the end of the run.
    let points: Set<Int>
    /// The places within which pages and windows may be committed by themselves.
    let openPlaces: Set<Int>
    /// The calls before which something is pending.
    private let late: Set<String>
    /// The incremental calls whose position must not move, because a call that loops over their records is left out, or
    /// they write nothing in this run.
    let heldPositions: Set<String>

    /// Plans the calls of a run.
    ///
    /// - Parameter names: the names of those that were asked for; nil for all. The others are only there because a
    ///   template refers to them.
    init(_ calls: [Call], only name: String? = nil) {
        let places = Dictionary(calls.enumerated().map { ($1.name, $0) }) { first, _ in first }
        var bound: Set<String> = []
        for call in calls where call.incremental != nil || bound.contains(call.name) {
            bound.insert(call.name)
            bound.formUnion(call.feeds)
        }
        // How far each place has to wait for.
        var points: Set<Int> = []
        var openPlaces: Set<Int> = []
        var late: Set<String> = []
        var wait = -1
        for (place, call) in calls.enumerated() {
            let isPending = wait >= place
            if isPending { late.insert(call.name) }
            if bound.contains(call.name) {
                let last = call.feeds.compactMap { places[$0] }.max() ?? place
                // What is replaced as a whole shows at the end of the run.
                wait = max(wait, call.isShownAtEnd ? calls.count : last)
            }
            if wait <= place { points.insert(place) }
            if !isPending, wait <= place { openPlaces.insert(place) }
        }
        self.points = points
        self.openPlaces = openPlaces
        self.late = late
        heldPositions = Set(
            calls.filter { call in
                call.incremental != nil
                    && (name.map { $0 != call.name } ?? false || call.feeds.contains { places[$0] == nil })
            }.map(\.name))
    }

    /// Whether something of earlier calls waits when a call begins.
    func isPending(before call: String) -> Bool { late.contains(call) }
}

extension Call {
    /// Whether each of its windows has files of its own, which are complete, and shown, with the window.
    var hasWindowFiles: Bool {
        guard incremental?.field?.window != nil else { return false }
        let paths = writes.compactMap { write -> LocatedTemplate? in
            guard write.mode == .replace, case .file(let path) = write.target else { return nil }
            return path
        }
        return !paths.isEmpty
            && paths.allSatisfy { path in
                path.template.references.contains { $0.root == "until" || $0.root == "since" }
            }
    }

    /// Whether something of it shows only at the end of the run.
    fileprivate var isShownAtEnd: Bool {
        download != nil
            || !hasWindowFiles
                && writes.contains { write in
                    if case .stdout = write.target { return false }
                    return write.mode == .replace
                }
    }
}

/// What becomes of what is pending, call by call.
///
/// A pure state machine. A call that failed takes all that waits with it with it: nothing of a group is committed unless
/// all of it is.
struct CommitProgress {
    /// What is to be done.
    enum Action: Equatable {
        /// Make it durable.
        case commit
        /// Leave it pending.
        case wait
        /// Take it back.
        case discard
    }

    let plan: CommitPlan
    private(set) var isDoomed = false

    init(_ plan: CommitPlan) {
        self.plan = plan
    }

    /// A call has ended.
    mutating func ended(_ place: Int, isGood: Bool) -> Action {
        let isPoint = plan.points.contains(place)
        defer { isDoomed = !isPoint && (isDoomed || !isGood) }
        guard isGood, !isDoomed else { return .discard }
        return isPoint ? .commit : .wait
    }

    /// Whether a call may commit within itself.
    func mayCommit(within place: Int) -> Bool {
        !isDoomed && plan.openPlaces.contains(place)
    }
}
