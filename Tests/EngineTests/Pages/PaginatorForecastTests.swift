import Diagnostics
import JSON
import JSONPath
import JobFile
import Testing

@testable import Engine

/// Which pages are asked for ahead.
@Suite struct PaginatorForecastTests {
    private func pagination(
        _ kind: Pagination.Kind, total: String? = nil, totalPages: String? = nil, limit: Int? = nil,
        maxPages: Int? = nil
    ) throws -> Pagination {
        func located(_ text: String) throws -> Located<JSONPath> { Located(try JSONPath(text), at: .none) }
        return Pagination(
            kind: kind, total: try total.map(located), totalPages: try totalPages.map(located), limit: limit,
            maxPages: maxPages, parallel: 4, span: .none)
    }

    private func page(_ count: Int, _ body: String = "{}", seed: UInt64 = 1) throws -> Paginator.Page {
        Paginator.Page(
            body: try JSONNode(body), links: LinkHeader(fields: []), recordCount: count, lastRecord: nil,
            fingerprint: seed)
    }

    private func foreseen(
        _ pagination: Pagination, after count: Int, _ body: String = "{}"
    ) throws -> [String?] {
        var paginator = Paginator(pagination)
        #expect(paginator.foreseen(4).count == 1)
        #expect(try paginator.advance(after: page(count, body)))
        return paginator.foreseen(4).map { $0.parameter?.value }
    }

    @Test func foreseesNumbersAndOffsets() throws {
        #expect(try foreseen(pagination(.page(parameter: "p", start: 0)), after: 10) == ["1", "2", "3", "4"])
        #expect(try foreseen(pagination(.offset(parameter: "o", start: 5)), after: 10) == ["15", "25", "35", "45"])
    }

    @Test func leavesOutWhatIsKnownNotToBeThere() throws {
        let kind = Pagination.Kind.page(parameter: "p", start: 1)
        #expect(try foreseen(pagination(kind, total: "$.n"), after: 10, #"{"n": 25}"#) == ["2", "3"])
        #expect(try foreseen(pagination(kind, totalPages: "$.n"), after: 10, #"{"n": 3}"#) == ["2", "3"])
        #expect(try foreseen(pagination(kind, limit: 11), after: 10) == ["2"])
        #expect(try foreseen(pagination(kind, maxPages: 4), after: 10) == ["2", "3", "4"])
    }

    @Test func foreseesNothingWhereTheAnswerDecides() throws {
        var paginator = Paginator(try pagination(.lastRecord(try JSONPath("$.id"), parameter: "after")))
        var page = try page(1)
        page.lastRecord = try JSONNode(#"{"id": 7}"#)
        #expect(try paginator.advance(after: page))
        #expect(paginator.foreseen(4).count == 1)
    }
}
