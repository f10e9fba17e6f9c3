import HTTP
import JSON
import JobFile
import Template

/// An accepted answer of a call, read: its body and the records in it.
struct ItemPage: Sendable {
    let answer: Answer
    /// Nil where there is none, or where it is no JSON.
    let body: JSONNode?
    /// Those that are still to be put out; none of a body that was read as a stream.
    let records: [JSONNode]
    /// Whether the answer holds what was asked for: not when a rule only saw the end of the pages in it.
    let isContent: Bool
    /// What is known of records that were put out while the body came.
    private let streamed: StreamedRecords?
    /// Whether the body is an object, and itself the one record for want of `records`.
    private let isOwnRecord: Bool

    /// Reads an answer.
    ///
    /// - Parameters:
    ///   - wantsText: whether a text is wanted as a record.
    ///   - streamed: the records that were put out while the body came; nil when it was not read as a stream.
    /// - Throws: a status that is not expected, a body that is not JSON, or an expectation that does not hold.
    init(
        _ answer: Answer, of call: Call, wantsText: Bool, streamed: StreamedRecords? = nil, in context: RunContext
    ) throws(RunFailure) {
        self.answer = answer
        self.streamed = streamed
        isContent =
            switch answer.rule?.action {
            case .skip, .reset: false
            case .stop: StatusPattern.success.matches(answer.response.status)
            default: !answer.isUnchanged
            }
        body = isContent ? try context.read(answer, of: call) : nil
        isOwnRecord = call.records == nil && body?.kind == .object
        if let body {
            records = RecordSelector(call: call).records(in: body)
        } else if isContent, wantsText, call.responseFormat == .text, !answer.response.body.isEmpty {
            records = [try context.text(of: answer, of: call)]
        } else {
            records = []
        }
    }

    /// What templates see as the call's body.
    func bodyValue(of call: Call) -> TemplateValue {
        if let body { return TemplateValue(body) }
        guard call.responseFormat == .text else { return .null }
        return TemplateValue(String(decoding: answer.response.body, as: UTF8.self))
    }

    /// What the paginator looks at.
    var forPaginator: Paginator.Page {
        Paginator.Page(
            body: body, links: LinkHeader(fields: answer.response.headers.all("Link")),
            recordCount: streamed?.count ?? records.count,
            lastRecord: streamed.map(\.last) ?? records.last, fingerprint: streamed?.fingerprint.value ?? fingerprint,
            isOwnRecord: isOwnRecord,
            isStopped: answer.rule?.action == .stop || answer.rule?.action == .skip)
    }

    private var fingerprint: UInt64 {
        var fingerprint = Fingerprint()
        answer.response.body.withUnsafeBytes { bytes in
            // Only the records: around them stand times and request ids that are new each time.
            guard body != nil else { return fingerprint.combine(bytes) }
            for record in records { fingerprint.combine(UnsafeRawBufferPointer(rebasing: bytes[record.range])) }
        }
        return fingerprint.value
    }
}
