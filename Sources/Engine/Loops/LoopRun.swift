import Diagnostics
import JSON
import JobFile
import Secrets
import Sinks
import Template

/// A call that runs once for each item of its loop, several at a time, with its output in item order.
struct LoopRun: Sendable {
    let call: Call
    let loop: ForEach
    let context: RunContext
    let progress: CallProgress
    let spool: Spool?
    let printsResult: Bool

    /// How many values a looped call may extract: they are kept in memory for later calls.
    static let extractLimit = 1_000_000
    /// How far the items may be ahead of the first one that has not ended; what they brought waits in memory.
    static let aheadLimit = 1000

    /// How one item ended.
    private struct Finished: Sendable {
        var index: Int
        var item: TemplateValue
        var result: Swift.Result<ItemResult, RunFailure>
    }

    /// Runs all items.
    ///
    /// - Throws: the first failure with `on_error: fail`; with `continue`, one that sums up after all were tried.
    func run(in scope: RunScope) async throws(RunFailure) -> CallOutcome {
        let items = try LoopItems(loop, in: scope, folder: context.workingFolder)
        var failed = try await FailedItems(loop, of: call, in: scope, context: context)
        var collector = LoopCollector(call: call)
        let failure = await runAll(items, in: scope, into: &collector, failed: &failed)
        if let failure {
            await failed.discard()
            throw failure
        }
        try await failed.publish()
        if let summary = failed.summary(of: call, itemCount: collector.headIndex) { throw summary }
        return collector.outcome(records: spool)
    }

    /// Starts items as long as there is room for more and none has ended the loop, and collects what they bring.
    private func runAll(
        _ items: LoopItems, in scope: RunScope, into collector: inout LoopCollector, failed: inout FailedItems
    ) async -> RunFailure? {
        let gate = OrderedGate()
        var failure: RunFailure?
        await withTaskGroup(of: Finished.self) { group in
            var running = 0
            var index = 0
            var isDone = false
            while true {
                do throws(RunFailure) {
                    while !isDone, failure == nil, running < loop.concurrency,
                        index - collector.headIndex < Self.aheadLimit
                    {
                        guard let item = try await items.next() else {
                            isDone = true
                            break
                        }
                        start(index, item, in: scope, gate: gate, group: &group)
                        index += 1
                        running += 1
                    }
                    guard let finished = await group.next() else { break }
                    running -= 1
                    await gate.finish(finished.index)
                    try await collect(finished, into: &collector, failed: &failed)
                } catch {
                    if failure == nil { failure = error }
                    // The others end at once; what they put out meanwhile is taken back with the call.
                    group.cancelAll()
                    await gate.open()
                }
            }
        }
        return failure
    }

    private func start(
        _ index: Int, _ item: TemplateValue, in scope: RunScope, gate: OrderedGate,
        group: inout TaskGroup<Finished>
    ) {
        var scope = scope
        scope.item = (loop.itemName, item)
        let run = ItemRun(
            call: call, context: context, progress: progress, index: index, gate: gate,
            records: RecordOutput(call: call, context: context, spool: spool, printsResult: printsResult))
        group.addTask { [scope] in
            do throws(RunFailure) {
                return Finished(
                    index: index, item: item, result: .success(try await SyncedItemRun(item: run).run(in: scope)))
            } catch {
                return Finished(index: index, item: item, result: .failure(named(error, item: item, in: scope)))
            }
        }
    }

    private func collect(
        _ finished: Finished, into collector: inout LoopCollector, failed: inout FailedItems
    ) async throws(RunFailure) {
        switch finished.result {
        case .success(let result):
            try collector.add(result, at: finished.index)
        case .failure(let failure):
            guard loop.onError == .continue, failure.isAboutItem, !Task.isCancelled else { throw failure }
            failed.add(finished.item, at: finished.index, failure)
            try collector.addFailure(at: finished.index)
        }
        try await failed.write(before: collector.headIndex)
    }

    /// The failure with a note that says which item it is about: its `key`, else the first part of the item itself.
    private func named(_ failure: RunFailure, item: TemplateValue, in scope: RunScope) -> RunFailure {
        let key = try? loop.key?.text(in: scope, for: .plain).text
        return failure.with(note: "the item: \(context.redactor.excerpt(key ?? item.json.serialized()))")
    }
}

extension RunFailure {
    /// Whether another item may fare better: not when there is no token, no room to write, or no time left.
    fileprivate var isAboutItem: Bool {
        switch exitCode {
        case .callFailed, .expectationFailed, .unavailable: true
        default: false
        }
    }

    /// The same failure with a note more.
    func with(note: String) -> RunFailure {
        var diagnostic = diagnostic
        diagnostic.notes.append(note)
        return RunFailure(exitCode, diagnostic)
    }
}
