import Engine

/// One line on stderr for each call that has ended: `-v`.
struct CallLines: Sendable {
    let console: Console
    /// The job that the calls belong to, when several run side by side.
    var job: String?

    func note(_ event: RunEvent) {
        guard case .callEnded(let report) = event else { return }
        console.write((job.map { $0 + "/" } ?? "") + Self.line(report) + "\n")
    }

    private static func line(_ report: CallReport) -> String {
        if report.outcome == .skipped && report.responses == 0 { return "\(report.name): skipped" }
        var parts = [
            Amount.count(report.responses, "answer"), Amount.count(report.records, "record"),
            Amount.bytes(report.bytes), Amount.duration(report.duration),
        ]
        if report.waited > .milliseconds(1) { parts.append(Amount.duration(report.waited) + " of it waiting") }
        if report.retries > 0 { parts.append(Amount.count(report.retries) + " sent again") }
        switch report.outcome {
        case .done: break
        case .skipped: parts.append("skipped")
        case .failed: parts.append("failed")
        }
        return "\(report.name): " + parts.joined(separator: ", ")
    }
}
