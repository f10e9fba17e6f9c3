internal import Diagnostics
internal import Template

/// Checks the outputs of all calls: formats, modes, and that no two write the same file.
struct OutputChecks {
    let job: CheckedJob

    func check(_ diagnostics: inout DiagnosticList) {
        var written: [String: (span: SourceSpan, isAppended: Bool)] = [:]
        for call in job.calls {
            for entry in WriteEntry.entries(of: call) {
                if entry.isTable {
                    TableChecks(call: call, entry: entry).check(&diagnostics)
                    noteTable(entry, in: &written, &diagnostics)
                    continue
                }
                checkFormat(of: entry, &diagnostics)
                guard !entry.isStdout, let path = entry.path else { continue }
                note(path, isAppended: entry.mode == .append, in: &written, &diagnostics)
            }
            SyncOutputChecks(job: job, call: call).check(&diagnostics)
            if let download = call.section[CallKeys.download] { note(download, in: &written, &diagnostics) }
            if let failed = call.loop?[ForEachKeys.failed] {
                note(failed, in: &written, &diagnostics)
                checkFailed(failed, &diagnostics)
            }
        }
    }

    private func checkFormat(of entry: WriteEntry, _ diagnostics: inout DiagnosticList) {
        if entry.isStdout {
            guard entry.mode != .replace else { return }
            diagnostics.error(
                .uselessAction, "standard output has no mode", at: entry.span, label: "leave mode out")
            return
        }
        checkTableKeys(of: entry, &diagnostics)
        if entry.mode == .append, entry.format == .json {
            diagnostics.error(
                .appendToJSON, "nothing can be added to a JSON array in a file", at: entry.span,
                label: "use .jsonl for append")
        }
        guard let path = entry.path else { return }
        let tail = TemplateText(path.template.text).literalTail
        // A name that ends in a template gets its ending when it is evaluated.
        guard entry.format == nil, !tail.isEmpty else { return }
        diagnostics.error(
            .unknownFormat, "the ending of '\(path.template.text.excerpt)' names no format", at: path.span,
            label: Suggestion.nearest(tail, in: [WriteEntry.stdout]).map { "did you mean '\($0)'?" }
                ?? "end it with .jsonl, .ndjson, .json, .csv, .tsv or .txt, or give a format")
    }

    /// What belongs to tables has no place in a file.
    private func checkTableKeys(of entry: WriteEntry, _ diagnostics: inout DiagnosticList) {
        if entry.mode == .merge {
            diagnostics.error(
                .uselessAction, "records cannot be merged into a file", at: entry.span,
                label: "write them to a table, with sqlite or postgres, or say mode: append")
        }
        guard let section = entry.section else { return }
        for key in [WriteKeys.table as any LanguageKey, WriteKeys.key, WriteKeys.delete] where section.has(key) {
            diagnostics.error(
                .keyWithoutOther, "'\(key.name)' has no effect here", at: section.span(of: key),
                label: "it belongs to sqlite and postgres")
        }
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
        guard let text = path.template.literalText, !text.isEmpty else { return }
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

    /// Several calls may write to one table, unless one of them replaces it.
    private func noteTable(
        _ entry: WriteEntry, in written: inout [String: (span: SourceSpan, isAppended: Bool)],
        _ diagnostics: inout DiagnosticList
    ) {
        if case .sqlite(let path) = entry.target {
            note(path, isAppended: true, in: &written, &diagnostics)
        }
        guard let table = entry.section?[WriteKeys.table]?.literal, let place = Self.place(of: entry.target) else {
            return
        }
        let name = place + "\0" + table.lowercased()
        let isAppended = entry.mode != .replace
        guard let first = written[name] else {
            written[name] = (entry.span, isAppended)
            return
        }
        guard !(first.isAppended && isAppended) else { return }
        diagnostics.error(
            .sameFile, "the table '\(table)' is written twice", at: entry.span,
            label: "replace it in one call only, or say mode: append or merge in both",
            related: [Diagnostic.Related(first.span, "written here too")])
    }

    private static func place(of target: WriteEntry.Target) -> String? {
        switch target {
        case .file: nil
        case .sqlite(let path): path.template.literalText.map { "sqlite:" + normalized($0) }
        case .postgres(let url): "postgres:" + url.template.text
        }
    }

    private static func normalized(_ path: String) -> String {
        let parts = path.split(separator: "/").filter { $0 != "." }
        return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    }
}
