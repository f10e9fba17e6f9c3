import HTTP
import JobFile

/// Gets the answers of a call for an item, and reads them.
struct PageFetch: Sendable {
    let call: Call
    let context: RunContext
    let progress: CallProgress
    let outputs: OpenOutputs
    /// Whether a text is wanted as a record.
    let wantsText: Bool
    /// What names the item of the call's loop; empty without a loop.
    let itemKey: String

    /// The answer to a request, polled for where the call polls.
    ///
    /// - Throws: why there is no good answer.
    func page(_ request: HTTPRequest) async throws(RunFailure) -> FetchedPage {
        try await remembering(request) { (request) async throws(RunFailure) in
            (try await answer(to: request), nil)
        }
    }

    /// The answer to a request whose body is read as a stream.
    ///
    /// - Parameter take: gets the records, in their order, while the body comes.
    /// - Throws: why there is no good answer; some of its records may have been handed out then.
    func stream(_ request: HTTPRequest, _ take: PageSource.Taker) async throws(RunFailure) -> FetchedPage {
        try await remembering(request) { (request) async throws(RunFailure) in
            let streamed = RecordStream(call: call, context: context)
            guard let poll = call.poll else { return try await streamed.run(request, take) }
            var records: StreamedRecords?
            let answer = try await Polling(poll, of: call, context: context, progress: progress)
                .run { () async throws(RunFailure) in
                    let (answer, found) = try await streamed.run(request, take)
                    records = found
                    return answer
                }
            return (answer, records)
        }
    }

    /// Sends a request with what is remembered of it, and notes what comes of it.
    private func remembering(
        _ request: HTTPRequest, _ send: (HTTPRequest) async throws(RunFailure) -> (Answer, StreamedRecords?)
    ) async throws(RunFailure) -> FetchedPage {
        var request = request
        var conditional = ConditionalRequest(call, key: itemKey, memory: context.memory)
        var write = IdempotentWrite(call, key: itemKey, context: context)
        try await conditional?.prepare(&request, for: outputs)
        try await write?.prepare(&request)
        var (answer, records) = try await send(request)
        answer.isUnchanged = conditional?.isUnchanged(answer, to: request) ?? false
        let page: ItemPage
        do throws(RunFailure) {
            try reject(answer)
            page = try ItemPage(answer, of: call, wantsText: wantsText, streamed: records, in: context)
        } catch {
            try await write?.note(answer)
            throw error
        }
        try await write?.confirm()
        if !answer.isUnchanged { try await conditional?.note(answer) }
        return FetchedPage(answer: answer, page: page)
    }

    /// A rule may say that the answer is a failure, or that it had to be sent again, and nothing helped.
    private func reject(_ answer: Answer) throws(RunFailure) {
        switch answer.rule?.action {
        case nil, .ok, .skip, .stop: return
        case .reset where call.incremental != nil: return
        case .fail, .retry, .reauthorize, .reset:
            throw AnswerFailures(call: call, redactor: context.redactor).rule(answer)
        }
    }

    private func answer(to request: HTTPRequest) async throws(RunFailure) -> Answer {
        guard let poll = call.poll else { return try await send(request) }
        return try await Polling(poll, of: call, context: context, progress: progress)
            .run { () async throws(RunFailure) in try await send(request) }
    }

    private func send(_ request: HTTPRequest) async throws(RunFailure) -> Answer {
        guard let download = outputs.download else { return try await context.client.send(request, for: call) }
        return try await context.client.download(request, for: call, into: download)
    }
}
