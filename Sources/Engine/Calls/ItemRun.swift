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

    /// Runs the pages to their end.
    ///
    /// - Throws: the failure that ended it; what was written before is taken back by the owner of the outputs.
    func run(in scope: RunScope) async throws(RunFailure) -> ItemResult {
        let outputs = try await records.open(in: scope)
        do throws(RunFailure) {
            let result = try await runPages(in: scope, to: outputs)
            if result.isSkipped { try await records.discardDownload(of: outputs) }
            return result
        } catch {
            try? await records.discardDownload(of: outputs)
            throw error
        }
    }

    private func runPages(in scope: RunScope, to outputs: OpenOutputs) async throws(RunFailure) -> ItemResult {
        var scope = scope
        var result = ItemResult()
        var paginator = Paginator(call.pagination)
        var previousURL: String?
        var firstOrigin: Origin?
        let extractor = Extractor(extractions: call.extractions, redactor: context.redactor)
        let tokenSources = call.tokenSourcesInTemplates
        var isMore = true
        while isMore {
            if call.pagination != nil { scope.page = paginator.request }
            for name in tokenSources {
                scope.tokenMembers[name] = try await context.client.tokenMembers(of: name)
            }
            let request = try RequestBuilder(call: call, folder: context.workingFolder, redactor: context.redactor)
                .request(in: scope, previous: previousURL)
            try keepSecrets(of: request, at: &firstOrigin)
            let answer = try await send(request, to: outputs)
            progress.note(answer)
            result.status = answer.response.status
            result.headers = answer.response.headers
            if try isSkipped(answer), previousURL == nil {
                result.isSkipped = true
                return result
            }
            previousURL = answer.response.url
            let page = try ItemPage(answer, of: call, wantsText: records.isWanted, in: context)
            if page.isContent {
                result.extracted.merge(extractor.values(of: answer.response, body: page.body)) { _, new in new }
                if call.bodyIsReferenced { result.body = page.bodyValue(of: call) }
            }
            try await put(page, kept: paginator.wanted(of: page.records.count), in: scope, to: outputs)
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

    /// Sends a request; the body goes to the call's download when it has one.
    private func send(_ request: HTTPRequest, to outputs: OpenOutputs) async throws(RunFailure) -> Answer {
        guard let download = outputs.download else { return try await context.client.send(request, for: call) }
        return try await context.client.download(request, for: call, into: download)
    }

    /// Whether a rule ends the item here without an error.
    ///
    /// - Throws: when a rule says that the answer is a failure, or that it had to be sent again and nothing helped.
    private func isSkipped(_ answer: Answer) throws(RunFailure) -> Bool {
        switch answer.rule?.action {
        case .skip: true
        case nil, .ok, .stop: false
        case .fail, .retry, .reauthorize:
            throw AnswerFailures(call: call, redactor: context.redactor).rule(answer)
        }
    }

    /// Puts out the first records of a page when it is the item's turn.
    private func put(
        _ page: ItemPage, kept: Int, in scope: RunScope, to outputs: OpenOutputs
    ) async throws(RunFailure) {
        await gate.waitForTurn(of: index)
        // The gate opens for all when the loop has failed.
        if Task.isCancelled { throw .cancelled }
        if records.printsResult, page.body == nil {
            if page.isContent { try await records.print(page.answer.response.body) }
        } else {
            let found = kept == page.records.count ? page.records : Array(page.records.prefix(kept))
            try await records.put(found, in: scope, to: outputs)
        }
        progress.noteRecords(kept)
        context.observer.observe(
            .pageReceived(call: call.name, records: kept, bytes: page.answer.response.bodyLength))
    }

    /// A later page on another host gets none of the secrets that the job put into its request.
    private func keepSecrets(of request: HTTPRequest, at firstOrigin: inout Origin?) throws(RunFailure) {
        let origin = Origin(request.url)
        guard let first = firstOrigin else {
            firstOrigin = origin
            return
        }
        guard origin != first, request.body.isSecret || request.headers.contains(where: \.isSecret) else { return }
        throw RunFailure(
            .callFailed,
            Diagnostic(
                code: .badNextURL, severity: .error,
                title: "the next page is on another host, which may not get this call's secrets",
                span: call.span(ofKey: "paginate"),
                label: "it leads from \(first) to \(origin?.description ?? "nowhere")"
            ))
    }
}
