import Diagnostics
import JobFile
import Sinks
import Template

/// Puts the results of a loop's items together, in item order.
struct LoopCollector {
    private let call: Call
    private var extracted: [String: [TemplateValue]] = [:]
    private var extractedCount = 0
    private var last = ItemResult()
    /// Results that wait for those of earlier items; at most `LoopRun.aheadLimit`.
    private var early: [Int: ItemResult?] = [:]
    /// The first item that has not ended.
    private(set) var headIndex = 0

    init(call: Call) {
        self.call = call
    }

    mutating func add(_ result: ItemResult, at index: Int) throws(RunFailure) {
        early[index] = .some(result)
        try drain()
    }

    /// An item that failed has no values; its place in the lists is left out.
    mutating func addFailure(at index: Int) throws(RunFailure) {
        early[index] = .some(nil)
        try drain()
    }

    /// What the call left: lists of what its items extracted, the rest from the last item.
    func outcome(records: Spool?) -> CallOutcome {
        var outcome = CallOutcome(
            status: last.status, headers: last.headers, body: last.body, records: records)
        for extraction in call.extractions {
            outcome.extracted[extraction.name] = TemplateValue(list: extracted[extraction.name] ?? [])
        }
        return outcome
    }

    private mutating func drain() throws(RunFailure) {
        while let result = early.removeValue(forKey: headIndex) {
            headIndex += 1
            guard let result else { continue }
            last = result
            for extraction in call.extractions {
                extracted[extraction.name, default: []].append(result.extracted[extraction.name] ?? .null)
                extractedCount += 1
            }
            guard extractedCount <= LoopRun.extractLimit else {
                throw RunFailure(
                    .callFailed,
                    Diagnostic(
                        code: .loopInput, severity: .error,
                        title: "the loop extracts more than \(LoopRun.extractLimit) values",
                        span: call.span(ofKey: "extract"), label: "these are kept in memory",
                        notes: ["use records and write for results that grow with the items"]))
            }
        }
    }
}
