import Diagnostics
import JSON
import JobFile
import Template

/// The items of a loop, one after the other: read as they are asked for, without those that `distinct` leaves out, and
/// put together by `batch`.
///
/// Its work reads files, so it runs outside the cooperative pool.
actor LoopItems {
    private nonisolated let executor = BlockingExecutor(label: "errand.items")
    private let loop: ForEach
    private let scope: RunScope
    private var source: LoopSource
    private var waiting: ArraySlice<TemplateValue> = []
    private var seen: DistinctValues
    private var isDone = false

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Opens the source of the items.
    ///
    /// - Parameter folder: what the path of a file starts from.
    /// - Throws: a template that fails or gives no list, or a file that cannot be opened.
    init(_ loop: ForEach, in scope: RunScope, folder: String) throws(RunFailure) {
        self.loop = loop
        self.scope = scope
        seen = DistinctValues()
        source = try LoopSource.open(loop, in: scope, folder: folder)
    }

    /// The next item, a list with `batch`; nil at the end.
    func next() throws(RunFailure) -> TemplateValue? {
        guard let size = loop.batch else { return try nextSingle() }
        var batch: [TemplateValue] = []
        while batch.count < size, let item = try nextSingle() { batch.append(item) }
        return batch.isEmpty ? nil : TemplateValue(list: batch)
    }

    private func nextSingle() throws(RunFailure) -> TemplateValue? {
        while true {
            while let item = waiting.popFirst() {
                if try isNew(item) { return item }
            }
            guard !isDone, let more = try source.next(of: loop) else {
                isDone = true
                return nil
            }
            waiting = more[...]
        }
    }

    private func isNew(_ item: TemplateValue) throws(RunFailure) -> Bool {
        guard let template = loop.distinct else { return true }
        var scope = scope
        scope.item = (loop.itemName, item)
        let value = try template.value(in: scope).json
        guard let isNew = seen.insert(value) else {
            throw RunFailure(
                .callFailed,
                Diagnostic(
                    code: .loopInput, severity: .error,
                    title: "distinct has more than \(DistinctValues.limit) values", span: template.span,
                    label: "these are kept in memory", notes: ["leave distinct out, or split the items"]))
        }
        return isNew
    }
}
