internal import Diagnostics

extension CallChecks {
    /// Records that go by one after the other leave no body to look into.
    func checkStream(_ diagnostics: inout DiagnosticList) {
        guard let response = section[CallKeys.response]?.value, response.isStreamed else { return }
        if section.has(CallKeys.records) {
            diagnostics.error(
                .needsJSON, "'records' has nothing to look at", at: section.span(of: CallKeys.records),
                label: "each \(response == .csv ? "row" : "line") is a record")
        }
        if section.has(CallKeys.download) {
            diagnostics.error(
                .downloadOnly, "'response' has no effect here", at: section.span(of: CallKeys.response),
                label: "with download the body goes to the file as it is")
            return
        }
        for (name, span) in bodyPaths() + (bodyExtracts() + bodyExpectations()).map({ ($0.name, $0.span) }) {
            diagnostics.error(
                .needsJSON, "'\(name)' needs a JSON body", at: span,
                label: "the call says response: \(response.rawValue)",
                notes: ["its records go by one after the other, and no body is kept"])
        }
    }

    private func bodyPaths() -> [(name: String, span: SourceSpan)] {
        guard let pagination = section[CallKeys.paginate] else { return [] }
        let paths: [any LanguageKey] = [
            PaginateKeys.nextURL, PaginateKeys.cursor, PaginateKeys.condition, PaginateKeys.total,
            PaginateKeys.totalPages,
        ]
        return paths.filter { pagination.has($0) }.map { ($0.name, pagination.span(of: $0)) }
    }
}
