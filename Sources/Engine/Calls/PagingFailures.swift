import Diagnostics
import JobFile
import Secrets

/// Says why a paged call failed, at the key that it has to do with.
struct PagingFailures {
    let call: Call
    let redactor: Redactor

    func failure(_ error: PagingError) -> RunFailure {
        switch error {
        case .repeatedPage(let number):
            make(
                .pageRepeated, "page \(number) is the same as one before: the paging goes round in circles",
                key: "paginate", label: "the same request brought the same content again",
                notes: ["check that the API gets the next page's cursor, page or offset under the name it expects"])
        case .neverEmpty:
            make(
                .pageRepeated, "without records a page is never empty: the paging would go on for ever",
                key: "paginate", label: "the body is an object, and itself the one record",
                notes: ["say where the records of a page are, records: PATH"])
        case .incomplete(let received, let promised):
            make(
                .pagesIncomplete, "the API promised \(promised) records and sent \(received)",
                key: "paginate.total", label: "fewer than promised",
                notes: ["run again; if records come and go while the pages are read, leave total out"])
        case .truncated(let maximum):
            make(
                .pagesTruncated, "max_pages is reached and there are more pages", key: "paginate.max_pages",
                label: "\(maximum) pages", notes: ["raise max_pages, or use limit for a result that is meant to be cut"]
            )
        case .notANumber(let key, let found):
            make(
                .badPageValue, "\(key) is not a number", key: "paginate.\(key)",
                label: "it is \(redactor.excerpt(found))")
        case .notUsable(let key, let found):
            make(
                .badPageValue, "the \(key) of the answer cannot be used for a request", key: "paginate.\(key)",
                label: "it is \(redactor.excerpt(found))", notes: ["a text or a number is needed"])
        case .lastRecordLacksValue(let path):
            make(
                .badPageValue, "the last record of a page has no value at \(path)", key: "paginate.last_record",
                label: "the next page cannot be asked for")
        }
    }

    private func make(
        _ code: DiagnosticCode, _ title: String, key: String, label: String, notes: [String] = []
    ) -> RunFailure {
        let span = call.keySpans[key] ?? call.span(ofKey: "paginate")
        return RunFailure(
            .callFailed,
            Diagnostic(code: code, severity: .error, title: title, span: span, label: label, notes: notes))
    }
}
