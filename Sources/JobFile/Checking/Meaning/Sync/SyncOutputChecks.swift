internal import Diagnostics
internal import Template

/// Checks that what a call got in earlier runs is not replaced by the changes of one.
struct SyncOutputChecks {
    let job: CheckedJob
    let call: CheckedCall

    func check(_ diagnostics: inout DiagnosticList) {
        guard call.section.has(CallKeys.incremental) else { return }
        let hasWindow = call.section[CallKeys.incremental]?.has(IncrementalKeys.window) ?? false
        for entry in replaced(by: call) where !entry.namesStep(isOfWindow: hasWindow) {
            report(
                entry, label: advice(for: entry, hasWindow: hasWindow), because: "each run gets only what is new",
                &diagnostics)
        }
        for other in job.fed(by: call) where !other.section.has(CallKeys.incremental) {
            let item = other.itemName ?? "item"
            for entry in replaced(by: other) where !entry.names(root: item) && !entry.namesStep(isOfWindow: false) {
                report(
                    entry, label: advice(for: entry, hasWindow: false),
                    because: "the loop is over what '\(call.name)' got, which is only what is new", &diagnostics)
            }
        }
    }

    private func replaced(by call: CheckedCall) -> [WriteEntry] {
        WriteEntry.entries(of: call).filter { $0.mode == .replace && !$0.isStdout }
    }

    private func report(
        _ entry: WriteEntry, label: String, because reason: String, _ diagnostics: inout DiagnosticList
    ) {
        diagnostics.error(
            .replacedSync, "each run would replace what the runs before it wrote", at: entry.span, label: label,
            notes: [reason],
            related: [Diagnostic.Related(call.section.span(of: CallKeys.incremental), "because of this")])
    }

    private func advice(for entry: WriteEntry, hasWindow: Bool) -> String {
        if entry.isTable { return "add key: FIELD to merge, or say mode: append" }
        if hasWindow { return "say mode: append, or put ${until} into the path" }
        if entry.format == .json { return "nothing can be added to .json; use .jsonl with mode: append" }
        return "say {file: \(entry.path?.template.text.excerpt ?? "PATH"), mode: append}"
    }
}

extension WriteEntry {
    /// Whether the path has something of a root in it.
    fileprivate func names(root: String) -> Bool {
        path?.template.references.contains { $0.root == root } ?? false
    }

    /// Whether the path is another one in each step.
    fileprivate func namesStep(isOfWindow: Bool) -> Bool {
        guard !isTable else { return false }
        if names(root: "since") || names(root: "until") { return true }
        guard !isOfWindow else { return false }
        return path?.template.references.contains { reference in
            reference.root == "run" && (reference.name == "id" || reference.name == "started_at")
        } ?? false
    }
}
