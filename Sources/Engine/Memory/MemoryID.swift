/// What something that a call remembers belongs to.
struct MemoryID: Sendable, Hashable {
    /// The name of the call.
    let call: String
    /// What names the item of its loop; empty without a loop.
    let key: String
    /// What tells apart what the call remembers of the same kind for the item; empty where there is one only.
    var name = ""
}
