/// What an answer means: `do` of a rule.
public enum RuleAction: String, Sendable, Hashable, CaseIterable {
    /// It is a good answer whatever its status.
    case ok
    /// The item (or the call) has no records, and that is fine.
    case skip
    /// It is sent again.
    case retry
    /// It was the last page.
    case stop
    /// A new token is got, and it is sent again.
    case reauthorize
    /// The watermark is forgotten, and the call starts over once.
    case reset
    /// The call has failed.
    case fail
}
