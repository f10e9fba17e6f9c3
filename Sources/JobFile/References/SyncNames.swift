/// What templates of a call see of where it goes on: `since`, and `until` with a window.
struct SyncNames: Sendable {
    /// The roots that are there.
    let roots: [String]

    /// Nil for a call that begins anew in each run.
    init?(_ call: CheckedCall) {
        guard call.section.has(CallKeys.incremental) else { return nil }
        guard let incremental = call.section[CallKeys.incremental] else {
            // Whatever it was meant to be: its own mistake is enough.
            roots = ["since", "until"]
            return
        }
        if incremental.has(IncrementalKeys.nextURL) {
            roots = []
        } else {
            roots = incremental.has(IncrementalKeys.window) ? ["since", "until"] : ["since"]
        }
    }
}
