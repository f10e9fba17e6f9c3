internal import Diagnostics
internal import Template

/// Checks an output that is a table.
struct TableChecks {
    let call: CheckedCall
    let entry: WriteEntry

    func check(_ diagnostics: inout DiagnosticList) {
        guard let section = entry.section else { return }
        if !section.has(WriteKeys.table) {
            diagnostics.error(
                .missingKey, "a database needs 'table'", at: section.span.firstLine, label: "add table: NAME")
        }
        if section.has(WriteKeys.format) {
            diagnostics.error(
                .keyWithoutOther, "'format' has no effect here", at: section.span(of: WriteKeys.format),
                label: "it belongs to file")
        }
        if section.has(WriteKeys.delete), entry.mode != .merge {
            diagnostics.error(
                .keyWithoutOther, "'delete' has no effect here", at: section.span(of: WriteKeys.delete),
                label: "only mode: merge finds the record that is to be removed")
        }
        checkKey(section, &diagnostics)
        if case .postgres(let url) = entry.target { checkURL(url, section, &diagnostics) }
    }

    private func checkKey(_ section: CheckedSection, _ diagnostics: inout DiagnosticList) {
        guard section.has(WriteKeys.key) else {
            if entry.mode == .merge {
                diagnostics.error(
                    .badKey, "merge needs a key", at: section.span(of: WriteKeys.mode),
                    label: "add key: FIELD, by which records are told apart")
            }
            return
        }
        if entry.mode == .append {
            diagnostics.error(
                .keyWithoutOther, "'key' has no effect here", at: section.span(of: WriteKeys.key),
                label: "append adds each record; say mode: merge, or leave key out")
        }
        let names = fieldNames
        var seen: Set<String> = []
        for key in section[WriteKeys.key] ?? [] {
            if !seen.insert(key.value).inserted {
                diagnostics.error(.duplicateName, "'\(key.value.excerpt)' is in the key twice", at: key.span)
            } else if let names, !names.contains(key.value) {
                diagnostics.error(
                    .badKey, "there is no field '\(key.value.excerpt)'", at: key.span,
                    label: key.value.hasPrefix("$")
                        ? "write the name of a field, not a JSONPath"
                        : Suggestion.nearest(key.value, in: names).map { "did you mean '\($0)'?" }
                            ?? "add it to fields",
                    notes: ["there is: \(names.joined(separator: ", "))"])
            } else if names == nil, FieldsShape.isPath(key.value) {
                diagnostics.error(
                    .badKey, "this is a JSONPath", at: key.span, label: "write the name of a field")
            }
        }
    }

    /// The names of the fields; nil where records have others too, or as they are.
    private var fieldNames: [String]? {
        guard let fields = call.section[CallKeys.fields] else { return nil }
        var names: [String] = []
        for entry in fields {
            switch entry.value {
            case .allOwnFields: return nil
            case .drop: break
            case .path, .template, .long: names.append(entry.name)
            }
        }
        return names
    }

    private func checkURL(_ url: LocatedTemplate, _ section: CheckedSection, _ diagnostics: inout DiagnosticList) {
        let text = url.template.text
        guard !text.hasPrefix("${") else { return }
        guard PostgresURL.hasScheme(text) else {
            diagnostics.error(
                .badAddress, "this is not the URL of a PostgreSQL database", at: url.span,
                label: "it begins with postgres://, such as postgres://db.example.com/shop")
            return
        }
        guard PostgresURL.hasWrittenPassword(text) else { return }
        // Without a place: the line would be shown, and the password with it.
        diagnostics.warning(
            .plainPassword, "the password of a database stands in the job file", at: nil,
            notes: [
                "in the call '\(call.name)': use ${secrets.NAME} for the URL, or leave the password to PGPASSWORD"
            ])
    }
}
