/// When the templates of a key are evaluated; later moments see more.
enum Moment: Sendable, Hashable, CaseIterable {
    /// Not at all: a `${` is an error.
    case never
    /// Once, when the job is loaded.
    case load
    /// Once for a call, before its loop begins.
    case call
    /// For each item of a loop.
    case item
    /// For each window of a call that goes on where the last run ended, inside the loop.
    case window
    /// For each request, pages included.
    case request
    /// For each record.
    case record

    /// The moment in the words of the reference page.
    var words: String {
        switch self {
        case .never: "never"
        case .load: "load"
        case .call: "call"
        case .item: "call, for each item"
        case .window: "call, for each item and window"
        case .request: "call, for each request"
        case .record: "call, for each record"
        }
    }
}
