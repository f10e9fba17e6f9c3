import HTTP
import Template

/// What a call brought for one item of its loop, or at all when it has no loop.
struct ItemResult: Sendable {
    /// A rule said `skip` to the first answer.
    var isSkipped = false
    /// Nothing has changed since the last run, whose output stands.
    var isUnchanged = false
    /// A rule said `reset`: what the call knew of how far it has come is not good any more.
    var wantsReset = false
    var status: Int?
    var headers = HTTPHeaders()
    /// The last body, when it is referred to.
    var body: TemplateValue?
    var extracted: [String: TemplateValue] = [:]
}
