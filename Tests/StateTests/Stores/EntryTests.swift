import JSON
import State
import Testing

@Suite("entries of a store")
struct EntryTests {
    @Test("entries are kept by scope, kind and name", arguments: StateSubject.available)
    func kept(_ subject: StateSubject) throws {
        let state = try OpenState(subject)
        let store = try state.open()
        let value = try JSONValue(parsing: Array(#"{"length":12345678901234567890,"a":[null,"\u0000"]}"#.utf8))
        try store.commit(
            [
                .setEntry(.orders, kind: .append, name: "out/a.jsonl", value: value),
                .setEntry(.orders, kind: .validators, name: "out/a.jsonl", value: .string("etag")),
                .setEntry(.lines, kind: .append, name: "b", value: .bool(true)),
                .setEntry(.lines, kind: .append, name: "b", value: .bool(false)),
                .setEntry(StateScope(job: "other", call: "x"), kind: .append, name: "b", value: .null),
            ], lease: nil)
        let again = try state.open()
        #expect(try again.entry(.orders, .append, name: "out/a.jsonl") == value)
        #expect(try again.entry(.orders, .validators, name: "out/a.jsonl") == .string("etag"))
        #expect(try again.entry(.orders, .count, name: "out/a.jsonl") == nil)
        let entries = try again.entries(job: "shop", .append)
        #expect(entries.map(\.scope) == [.lines, .orders])
        #expect(entries.map(\.value) == [.bool(false), value])
        #expect(entries.map(\.name) == ["b", "out/a.jsonl"])
        try store.commit([.removeEntry(.lines, kind: .append, name: "b")], lease: nil)
        #expect(try again.entry(.lines, .append, name: "b") == nil)
    }

    @Test(
        "a run's begin forgets validators beyond the limit and idempotency keys of long ago",
        arguments: StateSubject.available)
    func bounded(_ subject: StateSubject) throws {
        let state = try OpenState(subject)
        let store = try state.open()
        try store.commit(
            (0..<StateLimits.validators + 20).map {
                .setEntry(.orders, kind: .validators, name: "\($0)", value: .null)
            } + ["old", "new"].map { .setEntry(.orders, kind: .idempotency, name: $0, value: .null) }, lease: nil)
        // The last twenty were written later.
        try state.execute(
            """
            UPDATE errand_entries SET updated_at = '2024-01-01T00:00:00Z' \
            WHERE kind = 'validators' AND length(name) < 5
            """)
        try state.execute("UPDATE errand_entries SET updated_at = '2024-01-01T00:00:00Z' WHERE name = 'old'")
        try state.execute("UPDATE errand_entries SET updated_at = '2023-01-01T00:00:00Z' WHERE name IN ('1', '2')")
        try store.begin(run: RunRecord(id: "1", job: "shop", startedAt: "2024-01-01T00:00:00Z"))
        let names = Set(try store.entries(job: "shop", .validators).map(\.name))
        #expect(!names.contains("1") && !names.contains("2") && names.contains("10019"))
        #expect(try store.entries(job: "shop", .idempotency).map(\.name) == ["new"])
    }
}
