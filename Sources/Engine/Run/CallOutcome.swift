import HTTP
import JSON
import Sinks
import Template

/// What an earlier call left for later ones: the members of `calls.NAME`.
struct CallOutcome: Sendable {
    /// The status of the last answer; nil when the call was skipped.
    var status: Int?
    var headers = HTTPHeaders()
    /// The last body, kept only when a later template refers to it.
    var body: TemplateValue?
    /// The records after `fields`, kept only when a later template refers to them.
    var records: Spool?
    /// The extracted values by name; of a looped call, lists in item order.
    var extracted: [String: TemplateValue] = [:]
    /// Nothing has changed since the last run, whose output stands.
    var isUnchanged = false

    /// What a call without a loop left.
    init(_ result: ItemResult, records: Spool?) {
        self.init(
            status: result.status, headers: result.headers, body: result.body, records: records,
            extracted: result.extracted)
        isUnchanged = result.isUnchanged
    }

    init(
        status: Int? = nil, headers: HTTPHeaders = HTTPHeaders(), body: TemplateValue? = nil, records: Spool? = nil,
        extracted: [String: TemplateValue] = [:]
    ) {
        self.status = status
        self.headers = headers
        self.body = body
        self.records = records
        self.extracted = extracted
    }

    /// The outcome of a call that `when` or a rule skipped, or that failed: no records and null extracts.
    static func skipped(extracting names: [String]) -> CallOutcome {
        CallOutcome(extracted: Dictionary(uniqueKeysWithValues: names.map { ($0, TemplateValue.null) }))
    }
}
