import HTTP
import JSON
import JobFile

/// Reads the records of an answer while it comes, in memory that does not depend on its length.
struct RecordStream: Sendable {
    let call: Call
    let context: RunContext

    /// Sends a request and hands out the records of its answer.
    ///
    /// - Parameter take: gets them in batches, at least one batch of a good answer.
    /// - Returns: the answer without its body, and what is known of the records; nil when the answer was none whose body
    ///   is wanted.
    func run(
        _ request: HTTPRequest, _ take: PageSource.Taker
    ) async throws(RunFailure) -> (Answer, StreamedRecords?) {
        let spool = makeSpool()
        let request = prepared(request)
        let transfer = Task { [context, call] () -> Result<Answer, RunFailure> in
            do throws(RunFailure) {
                let answer = try await context.client.stream(request, for: call, into: spool)
                spool.end(isWhole: true)
                return .success(answer)
            } catch {
                spool.end(isWhole: false)
                return .failure(error)
            }
        }
        do throws(RunFailure) {
            let outcome = await withTaskCancellationHandler {
                await caught { () async throws(RunFailure) in try await read(spool, take) }
            } onCancel: {
                transfer.cancel()
            }
            let (records, isEnough) = try outcome.get()
            if isEnough, let head = spool.head {
                // The rest is of no interest.
                transfer.cancel()
                _ = await transfer.value
                let response = HTTPResponse(status: head.status, headers: head.headers, url: request.url)
                return (Answer(response: response), records)
            }
            let answer = try await transfer.value.get()
            guard let head = spool.head else { return (answer, nil) }
            try checkEncoding(head)
            if records.count == 0 { _ = try await take([], 0) }
            return (answer, records)
        } catch {
            transfer.cancel()
            _ = await transfer.value
            throw error
        }
    }

    /// A result, as a handler of cancellations does not know what is thrown.
    private func caught<Value>(
        _ body: () async throws(RunFailure) -> Value
    ) async -> Result<Value, RunFailure> {
        do throws(RunFailure) {
            return .success(try await body())
        } catch {
            return .failure(error)
        }
    }

    private func read(
        _ spool: TransferSpool, _ take: PageSource.Taker
    ) async throws(RunFailure) -> (StreamedRecords, isEnough: Bool) {
        let reader = RowReader(spool, format: call.responseFormat, limit: call.transport.maxResponse)
        var records = StreamedRecords()
        while let batch = try await next(of: reader, spool) {
            let isMore = try await take(batch, records.count)
            records.add(batch)
            if !isMore { return (records, true) }
        }
        return (records, false)
    }

    private func next(of reader: RowReader, _ spool: TransferSpool) async throws(RunFailure) -> [JSONNode]? {
        do throws(RowReader.Failure) {
            return try await reader.next()
        } catch {
            // What it is compressed as says more than what its bytes look like.
            if let head = spool.head { try checkEncoding(head) }
            throw StreamFailures(call: call).failure(error)
        }
    }

    private func makeSpool() -> TransferSpool {
        let rules = RuleMatcher(rules: call.rules)
        let (expected, poll) = (call.expectation.status ?? .success, call.poll)
        return TransferSpool(in: context.temporaryFolder) { head in
            let response = HTTPResponse(status: head.status, headers: head.headers)
            switch rules.match(response)?.action {
            case .ok, .stop: return true
            case nil:
                guard let status = poll?.status else { return expected.matches(head.status) }
                return status.matches(head.status)
            case .skip, .retry, .reauthorize, .reset, .fail: return false
            }
        }
    }

    /// The request with what a stream needs: the body as it is, so that its rest can be asked for when it breaks off.
    private func prepared(_ request: HTTPRequest) -> HTTPRequest {
        var request = request
        request.options.isDecoded = false
        if !request.headers.contains("Accept-Encoding") { request.headers.add("Accept-Encoding", "gzip, zstd") }
        return request
    }

    private func checkEncoding(_ head: BodyHead) throws(RunFailure) {
        for name in head.headers.all("Content-Encoding").flatMap({ $0.split(separator: ",") }) {
            let name = name.filter { $0 != " " }.lowercased()
            guard ["gzip", "x-gzip", "zstd", "identity"].contains(name) else {
                throw StreamFailures(call: call).unknownEncoding(name)
            }
        }
    }
}
