internal import Diagnostics
internal import Template

/// Checks the outputs of all calls: formats, modes, and that no two write the same file.
struct OutputChecks {
    let job: CheckedJob

    func check(_ diagnostics: inout DiagnosticList) {
        var written: [String: (span: SourceSpan, isAppended: Bool)] = [:]
        for call in job.calls {
            for entry in WriteEntry.entries(of: call) {
                checkFormat(of: entry, &diagnostics)
                guard !entry.isStdout else { continue }
                note(entry.path, isAppended: entry.mode == .append, in: &written, &diagnostics)
            }
            if let download = call.section[CallKeys.download] { note(download, in: &written, &diagnostics) }
            if let failed = call.loop?[ForEachKeys.failed] {
                note(failed, in: &written, &diagnostics)
                checkFailed(failed, &diagnostics)
            }
        }
    }

    private func checkFormat(of entry: WriteEntry, _ diagnostics: inout DiagnosticList) {
        if entry.isStdout {
            guard entry.mode == .append else { return }
            diagnostics.error(
                .uselessAction, "standard output has no mode", at: entry.span, label: "leave mode out")
            return
        }
        if entry.mode == .append, entry.format == .json {
            diagnostics.error(
                .appendToJSON, "nothing can be added to a JSON array in a file", at: entry.span,
                label: "use .jsonl for append")
        }
        let tail = TemplateText(entry.path.template.text).literalTail
        // A name that ends in a template gets its ending when it is evaluated.
        guard entry.format == nil, !tail.isEmpty else { return }
        diagnostics.error(
            .unknownFormat, "the ending of '\(entry.path.template.text.excerpt)' names no format", at: entry.path.span,
            label: Suggestion.nearest(tail, in: [WriteEntry.stdout]).map { "did you mean '\($0)'?" }
                ?? "end it with .jsonl, .ndjson, .json, .csv, .tsv or .txt, or give a format")
    }

    private func checkFailed(_ path: LocatedTemplate, _ diagnostics: inout DiagnosticList) {
        let tail = TemplateText(path.template.text).literalTail
        guard !tail.isEmpty, FileFormat(path: tail) == nil else { return }
        diagnostics.error(
            .unknownFormat, "the ending of '\(path.template.text.excerpt)' names no format", at: path.span,
            label: "end it with .jsonl, .ndjson, .json, .csv, .tsv or .txt")
    }

    private func note(
        _ path: LocatedTemplate, isAppended: Bool = false,
        in written: inout [String: (span: SourceSpan, isAppended: Bool)], _ diagnostics: inout DiagnosticList
    ) {
        guard let text = path.template.literalText else { return }
        let name = Self.normalized(text)
        guard let first = written[name] else {
            written[name] = (path.span, isAppended)
            return
        }
        // Several calls may add to one file; each replacing it would leave only the last one's records.
        guard !(first.isAppended && isAppended) else { return }
        diagnostics.error(
            .sameFile, "'\(text.excerpt)' is written twice", at: path.span,
            label: "give it another name, or say mode: append in both",
            related: [Diagnostic.Related(first.span, "written here too")])
    }

    private static func normalized(_ path: String) -> String {
        let parts = path.split(separator: "/").filter { $0 != "." }
        return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    }
}
