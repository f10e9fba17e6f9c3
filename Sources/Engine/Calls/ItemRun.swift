import Diagnostics
import HTTP
import JSON
import JobFile
import Template

/// The requests of a call for one item of its loop: all its pages, one after the other.
struct ItemRun: Sendable {
    let call: Call
    let context: RunContext
    let progress: CallProgress
    /// The place in the loop, which decides the order of the output.
    let index: Int
    let gate: OrderedGate
    let records: RecordOutput
    /// How far the call has come, of an incremental one.
    var sync: ItemSync?

    /// Runs the pages to their end.
    ///
    /// - Throws: the failure that ended it; what was written before is taken back by the owner of the outputs.
    func run(in scope: RunScope) async throws(RunFailure) -> ItemResult {
        let key = call.remembers ? try ItemKey.text(of: call, in: scope) : ""
        let outputs = try await records.open(in: scope)
        let fetch = PageFetch(
            call: call, context: context, progress: progress, outputs: outputs, wantsText: records.isWanted,
            itemKey: key)
        do throws(RunFailure) {
            let requests = try PageRequests(call: call, context: context, scope: scope)
            let result = try await runPages(PageSource(fetch: fetch, requests: requests), in: scope, to: outputs)
            if result.isSkipped || result.isUnchanged || result.wantsReset {
                try await records.discardDownload(of: outputs)
            }
            return result
        } catch {
            try? await records.discardDownload(of: outputs)
            throw error
        }
    }

    private func runPages(
        _ pages: PageSource, in scope: RunScope, to outputs: OpenOutputs
    ) async throws(RunFailure) -> ItemResult {
        do throws(RunFailure) {
            let result = try await putPages(pages, in: scope, to: outputs)
            await pages.stop()
            return result
        } catch {
            await pages.stop()
            throw error
        }
    }

    private func putPages(
        _ pages: PageSource, in scope: RunScope, to outputs: OpenOutputs
    ) async throws(RunFailure) -> ItemResult {
        var scope = scope
        var result = ItemResult()
        var paginator = Paginator(call.pagination)
        let extractor = Extractor(extractions: call.extractions, redactor: context.redactor)
        var isMore = true
        while isMore {
            let isFirst = paginator.pagesReceived == 0
            if call.pagination != nil { scope.page = paginator.request }
            scope.tokenMembers = try await context.client.tokenMembers(for: call)
            let fetched = try await pages.next(of: paginator) {
                [scope, wanted = paginator.wanted(of: .max)] (found, count) async throws(RunFailure) in
                try await put(found, upTo: wanted, after: count, in: scope, to: outputs)
            }
            let (answer, page) = (fetched.answer, fetched.page)
            progress.note(answer)
            result.status = answer.response.status
            result.headers = answer.response.headers
            if isFirst, answer.isUnchanged || answer.rule?.action == .skip {
                result.isUnchanged = answer.isUnchanged
                result.isSkipped = !answer.isUnchanged
                return result
            }
            if answer.rule?.action == .reset {
                result.wantsReset = true
                return result
            }
            if page.isContent {
                try sync?.note(body: page.body, url: answer.response.url)
                result.extracted.merge(extractor.values(of: answer.response, body: page.body)) { _, new in new }
                if call.bodyIsReferenced { result.body = page.bodyValue(of: call) }
            }
            if !call.responseFormat.isStreamed {
                try await put(page, kept: paginator.wanted(of: page.records.count), in: scope, to: outputs)
            }
            context.observer.observe(
                .pageReceived(
                    call: call.name, records: paginator.wanted(of: page.forPaginator.recordCount),
                    bytes: answer.response.bodyLength))
            do throws(PagingError) {
                isMore = try paginator.advance(after: page.forPaginator)
            } catch {
                throw PagingFailures(call: call, redactor: context.redactor).failure(error)
            }
        }
        try await records.settle()
        try extractor.complete(&result.extracted)
        return result
    }

    /// Puts out the first records of a page.
    private func put(
        _ page: ItemPage, kept: Int, in scope: RunScope, to outputs: OpenOutputs
    ) async throws(RunFailure) {
        try await waitForTurn()
        if records.printsResult, page.body == nil {
            if page.isContent { try await records.print(page.answer.response.body) }
        } else {
            let found = kept == page.records.count ? page.records : Array(page.records.prefix(kept))
            try await records.put(found, in: scope, to: outputs, sync: sync)
        }
        progress.noteRecords(kept)
    }

    /// Puts out records of a body while it comes; false when there are enough.
    private func put(
        _ found: [JSONNode], upTo limit: Int, after count: Int, in scope: RunScope, to outputs: OpenOutputs
    ) async throws(RunFailure) -> Bool {
        try await waitForTurn()
        let kept = found.prefix(limit - count)
        try await records.put(Array(kept), in: scope, to: outputs, sync: sync)
        progress.noteRecords(kept.count)
        return count + found.count < limit
    }

    /// Returns when it is the item's turn to put something out.
    private func waitForTurn() async throws(RunFailure) {
        await gate.waitForTurn(of: index)
        // The gate opens for all when the loop has failed.
        if Task.isCancelled { throw .cancelled }
    }
}
