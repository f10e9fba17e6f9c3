import HTTP
import Synchronization

/// Counts what a call does while it does it, so that the count is there also when the call fails.
final class CallProgress: Sendable {
    private let state: Mutex<CallReport>

    init(name: String) {
        state = Mutex(CallReport(name: name))
    }

    /// The count so far.
    var report: CallReport { state.withLock { $0 } }

    /// An answer came.
    func note(_ answer: Answer) {
        state.withLock { report in
            report.responses += 1
            report.bytes += answer.response.bodyLength
            report.retries += answer.retries
            report.waited += answer.waited
        }
    }

    /// Records went to the outputs.
    func noteRecords(_ count: Int) {
        state.withLock { $0.records += count }
    }
}
