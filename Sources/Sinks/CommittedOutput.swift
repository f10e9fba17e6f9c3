/// An output whose publication can be taken back until it is committed, with no way back from there.
protocol CommittedOutput: Output {
    /// Commits what was published, together with the other outputs of the same database.
    func commitPublication() throws(SinkError)
}
