import Diagnostics
import HTTP
import JSON
import JSONPath
import JobFile

/// Finds the rule that decides what an answer means.
struct RuleMatcher {
    let rules: [Rule]

    /// The first rule whose parts all hold.
    ///
    /// A `body` condition does not hold for a body that is not JSON.
    func match(_ response: HTTPResponse) -> Rule? {
        guard !rules.isEmpty else { return nil }
        var document: JSONDocument?? = nil
        return rules.first { rule in
            if let statuses = rule.statuses, !statuses.matches(response.status) { return false }
            for test in rule.headers where !test.holds(response.headers.all(test.name)) { return false }
            guard let condition = rule.body?.value else { return true }
            if document == nil { document = .some(try? JSONDocument(response.body)) }
            guard let root = document??.root else { return false }
            return condition.holds(on: root)
        }
    }
}
