import HTTP
import JobFile

/// The answer to a request as the rules see it.
struct Answer: Sendable {
    var response: HTTPResponse
    /// The rule that decided, if one did.
    var rule: Rule?
    /// Attempts beyond the first.
    var retries = 0
    /// How long the request waited between its attempts.
    var waited = Duration.zero
    /// Whether a poll waited for just this status, so that it is a good one.
    var isAwaited = false
    /// Whether it says that nothing has changed since the last run.
    var isUnchanged = false
}
