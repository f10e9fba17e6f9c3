internal import Diagnostics
internal import JSONPath
internal import Template

extension CallChecks {
    func checkPagination(_ diagnostics: inout DiagnosticList) {
        guard let pagination = section[CallKeys.paginate] else { return }
        checkCursor(pagination, &diagnostics)
        checkStart(pagination, &diagnostics)
        checkParallel(pagination, &diagnostics)
        checkFirstPageOnly(pagination, &diagnostics)
        checkRecords(pagination, &diagnostics)
    }

    /// A cursor must be sent one way or the other.
    private func checkCursor(_ pagination: CheckedSection, _ diagnostics: inout DiagnosticList) {
        let kinds: [any LanguageKey] = [PaginateKeys.cursor, PaginateKeys.lastRecord]
        guard let kind = kinds.first(where: { pagination.has($0) }) else {
            if pagination.has(PaginateKeys.parameter) {
                diagnostics.error(
                    .keyWithoutOther, "'param' has no effect here", at: pagination.span(of: PaginateKeys.parameter),
                    label: "it belongs to cursor and last_record")
            }
            return
        }
        if case .long? = pagination[PaginateKeys.cursor], pagination.has(PaginateKeys.parameter) {
            diagnostics.error(
                .exclusiveKeys, "several cursors do not fit into one parameter",
                at: pagination.span(of: PaginateKeys.parameter), label: "place each by hand as ${page.cursor.NAME}")
            return
        }
        // Something that is wrong itself may be what sends it.
        guard !pagination.has(PaginateKeys.parameter), !usesPage("cursor"), !section.hasBroken else { return }
        diagnostics.error(
            .cursorNotSent, "the cursor is never sent", at: pagination.span(of: kind),
            label: "add param: NAME, or place it as ${page.cursor}")
    }

    private func checkStart(_ pagination: CheckedSection, _ diagnostics: inout DiagnosticList) {
        guard pagination.has(PaginateKeys.start), !pagination.has(PaginateKeys.page),
            !pagination.has(PaginateKeys.offset)
        else { return }
        diagnostics.error(
            .keyWithoutOther, "'start' has no effect here", at: pagination.span(of: PaginateKeys.start),
            label: "it belongs to page and offset")
    }

    /// Later pages are asked for by a whole URL, so that nothing is put into it.
    private func checkFirstPageOnly(_ pagination: CheckedSection, _ diagnostics: inout DiagnosticList) {
        guard pagination.has(PaginateKeys.nextURL) || pagination.has(PaginateKeys.link) else { return }
        for entry in section[SettingKeys.query] ?? [] where entry.usesPage {
            diagnostics.warning(
                .firstPageOnly, "'\(entry.name)' is sent with the first page only", at: entry.nameSpan,
                label: "the next page's URL is used as it is")
        }
    }

    private func usesPage(_ member: String) -> Bool {
        section.uses.contains { use in
            use.moment == .request
                && use.template.template.references.contains { $0.root == "page" && $0.path.first == .name(member) }
        }
    }

    /// Without `records` an object body is one record, so that a page would never be empty.
    ///
    /// The body is known to be an object when something else in the call looks for a member of it.
    private func checkRecords(_ pagination: CheckedSection, _ diagnostics: inout DiagnosticList) {
        let kinds: [any LanguageKey] = [PaginateKeys.page, PaginateKeys.offset]
        guard let kind = kinds.first(where: { pagination.has($0) }), !section.has(CallKeys.records),
            let member = bodyMember(pagination)
        else { return }
        diagnostics.error(
            .pagesWithoutRecords, "without records a page would never be empty", at: pagination.span(of: kind),
            label: "add records: PATH to the call",
            related: [Diagnostic.Related(member, "so the body is an object, and itself the one record")])
    }

    private func bodyMember(_ pagination: CheckedSection) -> SourceSpan? {
        var paths: [Located<String>] = []
        for key in [PaginateKeys.total, PaginateKeys.totalPages] {
            if let path = pagination[key] { paths.append(Located(path.value.text, at: path.span)) }
        }
        if let condition = pagination[PaginateKeys.condition] {
            paths.append(Located(condition.value.text, at: condition.span))
        }
        for entry in section[CallKeys.extract] ?? [] {
            switch entry.value {
            case .short(let path): paths.append(Located(path.value.text, at: path.span))
            case .long(let extract):
                if let path = extract[ExtractKeys.json] { paths.append(Located(path.value.text, at: path.span)) }
            }
        }
        return paths.first { Self.beginsWithMember($0.value) }?.span
    }

    /// Whether a path begins at a named member of the body.
    private static func beginsWithMember(_ path: String) -> Bool {
        let rest = path.utf8.dropFirst()
        guard path.hasPrefix("$"), let next = rest.first else { return false }
        if next == UInt8(ascii: ".") {
            guard let name = rest.dropFirst().first else { return false }
            return name != UInt8(ascii: ".") && name != UInt8(ascii: "*")
        }
        return next == UInt8(ascii: "[")
            && rest.dropFirst().first.map { $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") } ?? false
    }
}

extension EntryTemplate {
    /// Whether a template among the values refers to the page.
    fileprivate var usesPage: Bool {
        values.contains { value in
            guard case .template(let template) = value else { return false }
            return template.template.references.contains { $0.root == "page" }
        }
    }
}
