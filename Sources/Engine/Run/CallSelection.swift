import Diagnostics
import JobFile

/// The calls of a job that a run makes.
struct CallSelection: Sendable {
    /// The calls in their order.
    let calls: [Call]
    /// Whether the result of the last one goes to stdout, because none of them writes.
    let printsLast: Bool

    /// Selects all calls, or one with those that it refers to; these write nothing then.
    ///
    /// - Throws: that there is no call of this name.
    init(of job: Job, only name: String?) throws(RunFailure) {
        calls = try name.map { name throws(RunFailure) in try Self.calls(of: job, upTo: name) } ?? job.calls
        printsLast = !calls.contains { !$0.writes.isEmpty || $0.download != nil }
    }

    private static func calls(of job: Job, upTo name: String) throws(RunFailure) -> [Call] {
        guard let end = job.calls.lastIndex(where: { $0.name == name }) else {
            throw RunFailure(
                .usage,
                Diagnostic(
                    code: .unknownCall, severity: .error, title: "the job has no call '\(TerminalText.escape(name))'",
                    notes: ["its calls: \(job.calls.map(\.name).joined(separator: ", "))"]))
        }
        var needed: Set = [name]
        var calls: [Call] = []
        // A call refers only to earlier ones.
        for call in job.calls[...end].reversed() where needed.contains(call.name) {
            needed.formUnion(call.callsInTemplates)
            calls.append(call.name == name ? call : call.withoutOutputs)
        }
        return calls.reversed()
    }
}

extension Call {
    /// The same call, writing nothing.
    fileprivate var withoutOutputs: Call {
        var call = self
        call.writes = []
        call.download = nil
        call.forEach?.failedPath = nil
        return call
    }
}
