/// An output that a rename publishes.
protocol StagedOutput: Output {
    /// The rename that is still to come; nil when there is none.
    var pendingPublication: PendingPublication? { get }
}

/// A finished file and where it is to stand.
struct PendingPublication {
    let staged: String
    let target: String
}
