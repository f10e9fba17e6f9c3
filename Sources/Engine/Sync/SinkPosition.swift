import JSON
import State

/// What a database keeps beside the rows of a call: its position, and the hashes of the records of the last commit.
///
/// The state gets the same hashes a moment later. Between the two a run may die; the next one takes them from here.
struct SinkPosition {
    var position: CallPosition
    var seen: [SeenMark] = []

    var json: JSONValue {
        guard case .object(var members) = position.json, !seen.isEmpty else { return position.json }
        members.append(JSONMember(name: "seen", value: .string(seen.packed)))
        return .object(members)
    }

    init(position: CallPosition, seen: [SeenMark] = []) {
        self.position = position
        self.seen = seen
    }

    /// What a database has; nil for anything else.
    init?(json: JSONValue) {
        guard let position = CallPosition(json: json) else { return nil }
        self.position = position
        if case .string(let text)? = json["seen"] { seen = [SeenMark](packed: text) }
    }
}
