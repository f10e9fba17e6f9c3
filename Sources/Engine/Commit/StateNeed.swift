import JobFile

/// Whether the calls of a run keep something from one run to the next.
enum StateNeed {
    static func isThere(for calls: [Call]) -> Bool { calls.contains(where: keepsState) }

    private static func keepsState(_ call: Call) -> Bool {
        call.incremental != nil || call.isConditional || call.idempotencyKey != nil
            || call.expectation.records.shrink != nil
            || call.writes.contains { write in
                switch write.target {
                case .stdout: false
                case .file: write.mode == .append
                case .sqlite, .postgres: true
                }
            }
    }
}
