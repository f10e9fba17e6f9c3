import Diagnostics
import JSON
import State

/// How the state is printed.
enum StateText {
    /// Rows in columns, the first row as headings; control characters escaped.
    static func table(_ rows: [[String]]) -> String {
        let rows = rows.map { $0.map { TerminalText.escape($0) } }
        let widths = (rows.first?.indices ?? 0..<0).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            var line = row.enumerated().map { column, text in
                text + String(repeating: " ", count: widths[column] - text.count)
            }.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }

    /// A long text, cut: a token, a URL.
    static func short(_ text: String) -> String {
        text.count > 60 ? text.prefix(57) + "…" : text
    }

    /// How a run ended, in a word and its code.
    static func outcome(_ run: RunRecord) -> String {
        guard let outcome = run.outcome else { return "not ended" }
        return run.exitCode.map { $0 == 0 ? outcome : "\(outcome) (\($0))" } ?? outcome
    }

    /// A run as JSON.
    static func json(_ run: RunRecord) -> JSONValue {
        .object([
            JSONMember(name: "id", value: .string(run.id)),
            JSONMember(name: "job", value: .string(run.job)),
            JSONMember(name: "started_at", value: .string(run.startedAt)),
            JSONMember(name: "ended_at", value: text(run.endedAt)),
            JSONMember(name: "outcome", value: text(run.outcome)),
            JSONMember(name: "exit_code", value: run.exitCode.map { .number(JSONNumber($0)) } ?? .null),
            JSONMember(name: "records", value: .number(JSONNumber(run.records))),
            JSONMember(name: "failure", value: text(run.failure)),
        ])
    }

    /// A position as JSON.
    static func json(_ kept: KeptPosition) -> JSONValue {
        .object([
            JSONMember(name: "call", value: .string(kept.scope.call)),
            JSONMember(name: "key", value: kept.scope.key.isEmpty ? .null : .string(kept.scope.key)),
            JSONMember(name: "watermark", value: text(kept.position.watermark)),
            JSONMember(name: "token", value: text(kept.position.token)),
            JSONMember(name: "window_end", value: text(kept.position.windowEnd)),
            JSONMember(name: "fingerprint", value: .string(kept.position.fingerprint)),
            JSONMember(name: "updated_at", value: .string(kept.updatedAt)),
        ])
    }

    /// An entry as JSON.
    static func json(_ entry: StateEntry) -> JSONValue {
        .object([
            JSONMember(name: "kind", value: .string(entry.kind.rawValue)),
            JSONMember(name: "call", value: .string(entry.scope.call)),
            JSONMember(name: "key", value: entry.scope.key.isEmpty ? .null : .string(entry.scope.key)),
            JSONMember(name: "name", value: .string(entry.name)),
            JSONMember(name: "value", value: entry.value),
            JSONMember(name: "updated_at", value: .string(entry.updatedAt)),
        ])
    }

    private static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
