import Diagnostics
import JSON
import JobFile
import Secrets
import Sinks
import State
import Template

/// The requests of a call for one item of its loop, from where the last run ended, window by window.
struct SyncedItemRun: Sendable {
    var item: ItemRun

    private var call: Call { item.call }
    private var context: RunContext { item.context }
    private var failures: SyncFailures { SyncFailures(call: call, redactor: context.redactor) }

    /// Runs it to its end; what it brought is committed by whoever commits the call.
    func run(in scope: RunScope) async throws(RunFailure) -> ItemResult {
        do throws(RunFailure) {
            return try await start(in: scope)
        } catch {
            // The last page may still be on its way to the outputs, which are about to be taken back.
            try? await item.records.settle()
            throw error
        }
    }

    private func start(in scope: RunScope) async throws(RunFailure) -> ItemResult {
        guard let incremental = call.incremental, !context.sync.calls.isEmpty else {
            return try await item.run(in: scope)
        }
        let result = try await run(incremental, isFresh: context.sync.isFullRefresh, in: scope)
        guard result.wantsReset else { return result }
        let again = try await run(incremental, isFresh: true, in: scope)
        guard !again.wantsReset else { throw failures.resetAgain() }
        return again
    }

    private func run(
        _ incremental: Incremental, isFresh: Bool, in scope: RunScope
    ) async throws(RunFailure) -> ItemResult {
        let request = try SyncQuestion(call: call, context: context, printsResult: item.records.printsResult)
            .request(incremental, isFresh: isFresh, in: scope)
        let start: SyncStart
        do throws(OutputError) {
            start = try await context.outputs.begin(request)
        } catch {
            throw OutputFailures.failure(error, at: call.span(ofKey: "write"))
        }
        let fingerprint = RequestFingerprint(call: call, scope: scope).text
        if let kept = start.position?.fingerprint, !kept.isEmpty, kept != fingerprint {
            throw failures.changedRequest()
        }
        let sync = ItemSync(
            call: call, incremental: incremental, start: start, scope: request.scope, fingerprint: fingerprint,
            commits: context.sync.mayCommitWithin, failures: failures)
        do throws(RunFailure) {
            let result = try await run(sync, in: scope)
            if result.wantsReset {
                try await takeBack(sync)
                return result
            }
            if result.isSkipped || result.isUnchanged { return result }
            let position = try sync.finalPosition()
            await context.outputs.advance(
                request.scope, to: start.movesPosition ? position : nil, boundary: sync.finalBoundary, isLast: true)
            return result
        } catch {
            // Committed pages may have passed over what comes now.
            if error.diagnostic.code == .pagesUnordered, sync.commitsPages {
                try await setBack(request, to: start.position)
            }
            throw error
        }
    }

    /// What came before the API asked to start over is taken back.
    private func takeBack(_ sync: ItemSync) async throws(RunFailure) {
        guard sync.recordCount > 0 else { return }
        guard call.forEach == nil, !context.sync.plan.isPending(before: call.name) else { throw failures.resetLate() }
        try? await item.records.settle()
        if let failure = await context.outputs.rollback(call.name).first {
            throw OutputFailures.failure(failure, at: call.span(ofKey: "write"))
        }
    }

    private func setBack(_ request: SyncRequest, to position: CallPosition?) async throws(RunFailure) {
        do throws(OutputError) {
            try await context.outputs.setBack(request, to: position)
        } catch {
            throw OutputFailures.failure(error, at: call.span(ofKey: "write"))
        }
    }

    private func run(_ sync: ItemSync, in scope: RunScope) async throws(RunFailure) -> ItemResult {
        var item = item
        item.sync = sync
        var scope = scope
        guard let field = sync.incremental.field else {
            scope.window = opaqueWindow(sync)
            return try await item.run(in: scope)
        }
        let values = SinceValue(field: field, functions: context.functions)
        let since = try since(field, sync)
        guard let window = field.window else {
            scope.window = SyncWindow(
                since: try since.map { value throws(RunFailure) in try text(value, values) } ?? .null)
            return try await item.run(in: scope)
        }
        guard let since else { throw failures.badWindow("a window needs a place to begin: give initial") }
        return try await runWindows(item, sync, field, window, from: since, values, in: scope)
    }

    private func runWindows(
        _ item: ItemRun, _ sync: ItemSync, _ field: WatermarkField, _ window: Window, from since: WatermarkValue,
        _ values: SinceValue, in scope: RunScope
    ) async throws(RunFailure) -> ItemResult {
        var scope = scope
        var walk = WindowWalk(from: since, to: try end(of: window, field, in: scope), size: window.size.step)
        var result: ItemResult?
        while let step = walk.step() {
            scope.window = SyncWindow(since: try text(step.since, values), until: try text(step.until, values))
            scope.windowFloor = result == nil ? nil : field.rounded(step.since)
            let part = try await item.run(in: scope)
            if part.wantsReset { return part }
            result = result.map { $0.followed(by: part) } ?? part
            sync.endWindow(step)
            await context.outputs.endWindow(sync.scope, until: step.until.orderKey)
            guard sync.commitsWindows, let position = try sync.finalPosition() else { continue }
            do throws(OutputError) {
                await context.outputs.advance(sync.scope, to: position, boundary: sync.finalBoundary)
                if call.hasWindowFiles {
                    try await context.outputs.commit()
                } else {
                    try await context.outputs.checkpoint()
                }
            } catch {
                throw OutputFailures.failure(error, at: call.span(ofKey: "write"))
            }
        }
        // There is nothing to ask for yet: the watermark is where the windows end.
        return result ?? ItemResult(isSkipped: call.forEach == nil)
    }

    /// Where the call begins; nil for no beginning.
    private func since(_ field: WatermarkField, _ sync: ItemSync) throws(RunFailure) -> WatermarkValue? {
        if let resumption = sync.resumption { return field.boundary(of: resumption) }
        guard let initial = field.initial else { return nil }
        do throws(WatermarkValue.Problem) {
            return try WatermarkValue(text: initial, kind: field.kind, unit: field.unit)
        } catch {
            throw failures.badInitial(error)
        }
    }

    private func end(
        of window: Window, _ field: WatermarkField, in scope: RunScope
    ) throws(RunFailure) -> WatermarkValue {
        let value: JSONValue
        if let template = window.until {
            value = try template.value(in: scope).json
        } else if field.type == .time {
            value = .string(context.facts.startedAt)
        } else {
            throw failures.badWindow("a window of numbers needs until")
        }
        do throws(WatermarkValue.Problem) {
            return try WatermarkValue(value, kind: field.kind, unit: window.until == nil ? nil : field.unit)
        } catch {
            throw failures.badWindow("until is \(error.message)")
        }
    }

    private func opaqueWindow(_ sync: ItemSync) -> SyncWindow {
        let token = sync.start.position?.token
        var window = SyncWindow(since: token.map { TemplateValue($0) } ?? .null)
        switch sync.incremental.kind {
        case .field: break
        case .token(_, let parameter):
            if let parameter, let token { window.parameter = (parameter, token) }
        case .nextURL: window.startURL = token
        }
        return window
    }

    private func text(_ value: WatermarkValue, _ values: SinceValue) throws(RunFailure) -> TemplateValue {
        do throws(TemplateError) {
            return try values.value(value)
        } catch {
            throw failures.badWindow("since cannot be written in this format: \(error.message)")
        }
    }
}

extension Window.Size {
    fileprivate var step: WatermarkStep {
        switch self {
        case .time(let duration): .time(duration)
        case .integer(let count): .integer(count)
        }
    }
}

extension ItemResult {
    /// The result of a window and the one after it.
    fileprivate func followed(by next: ItemResult) -> ItemResult {
        var result = next
        result.extracted = extracted.merging(next.extracted) { _, new in new }
        result.isSkipped = isSkipped && next.isSkipped
        return result
    }
}
