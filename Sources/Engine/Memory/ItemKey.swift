import JSON
import JobFile
import Secrets
import Template

/// What names an item of a loop from one run to the next.
enum ItemKey {
    /// The longest that is kept as it is; of a longer one its hash.
    private static let limit = 128

    /// The loop's `key`, else the item itself; empty without a loop.
    static func text(of call: Call, in scope: RunScope) throws(RunFailure) -> String {
        guard let loop = call.forEach else { return "" }
        let text = try loop.key?.text(in: scope, for: .plain).text ?? scope.item?.value.json.serialized() ?? ""
        guard text.utf8.count > limit else { return text }
        var hash = RequestHash()
        hash.add(text)
        return "sha256:" + hash.text
    }
}

extension Call {
    /// Whether it keeps something for each of its items that is found again by the item's key.
    var remembers: Bool { isConditional || idempotencyKey != nil }
}
