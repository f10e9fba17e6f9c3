/// What holds for every transaction of a run.
final class CommitRules {
    var beforeCommit: (() throws -> Void)?
    var fence: DatabaseFence?
}
