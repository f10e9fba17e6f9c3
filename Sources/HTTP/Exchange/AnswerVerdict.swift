/// What the rules of a call make of an answer.
public enum AnswerVerdict: Sendable, Hashable {
    /// Nothing: its status decides.
    case ordinary
    /// It is the answer, whatever its status.
    case accept
    /// It is to be asked for again.
    case retry
    /// It is to be asked for again with another credential.
    case reauthorize
}
