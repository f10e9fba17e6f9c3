import Diagnostics
import JSON
import JSONPath
import JobFile
import Testing

@testable import Engine

@Suite struct PaginatorTests {
    /// A page as an answer brings it: a body of `{"d": [records], …}`.
    private func page(
        _ body: String, links: [String] = [], isStopped: Bool = false
    ) throws -> Paginator.Page {
        let body = try JSONNode(body)
        let records = Array((body["d"] ?? body).elements)
        var fingerprint = Fingerprint()
        for record in records { fingerprint.combine(record.value.serialized()) }
        return Paginator.Page(
            body: body, links: LinkHeader(fields: links), recordCount: records.count, lastRecord: records.last,
            fingerprint: fingerprint.value, isStopped: isStopped)
    }

    private func pagination(_ kind: Pagination.Kind) -> Pagination {
        Pagination(kind: kind, span: .none)
    }

    private func cursor(_ path: String = "$.next", parameter: String? = "after") throws -> Pagination {
        pagination(.cursor(paths: [(nil, try JSONPath(path))], parameter: parameter))
    }

    @Test func anObjectThatIsItsOwnRecordIsNoPage() throws {
        var page = try page("[1]")
        page.isOwnRecord = true
        var paginator = Paginator(pagination(.page(parameter: "page", start: 1)))
        #expect(throws: PagingError.neverEmpty) { try paginator.advance(after: page) }
        var linked = try Paginator(cursor())
        #expect(try !linked.advance(after: page))
    }

    // MARK: Where the next page is named

    @Test func withoutPaginationThereIsOnePage() throws {
        var paginator = Paginator(nil)
        #expect(try !paginator.advance(after: page(#"{"d": [1], "next": "x"}"#)))
    }

    @Test func followsLinks() throws {
        var paginator = Paginator(pagination(.link(relation: "next")))
        #expect(try paginator.advance(after: page("[1]", links: ["<https://a.example/2>; rel=next"])))
        #expect(paginator.request.url == "https://a.example/2")
        #expect(try !paginator.advance(after: page("[2]", links: ["<https://a.example/1>; rel=prev"])))
    }

    @Test func followsURLsInTheBody() throws {
        var paginator = Paginator(pagination(.nextURL(try JSONPath("$.next"))))
        #expect(paginator.request.url == nil)
        #expect(try paginator.advance(after: page(#"{"d": [], "next": "/p2"}"#)))
        #expect(paginator.request.url == "/p2")
        #expect(try !paginator.advance(after: page(#"{"d": [1], "next": null}"#)))
    }

    @Test(arguments: ["null", "false", "\"\""])
    func aCursorThatIsNothingIsTheEnd(next: String) throws {
        var paginator = Paginator(try cursor())
        #expect(try !paginator.advance(after: page(#"{"d": [1], "next": \#(next)}"#)))
        #expect(try !paginator.advance(after: page(#"{"d": [2]}"#)))
    }

    @Test func sendsCursorsBack() throws {
        var paginator = Paginator(try cursor())
        #expect(paginator.request.parameter == nil)
        #expect(paginator.request.cursor.isEmpty)
        #expect(try paginator.advance(after: page(#"{"d": [], "next": "c1"}"#)))
        #expect(paginator.request.parameter?.name == "after")
        #expect(paginator.request.parameter?.value == "c1")
        #expect(try paginator.advance(after: page(#"{"d": [1], "next": 12345678901234567890}"#)))
        #expect(paginator.request.parameter?.value == "12345678901234567890")
        #expect(paginator.request.number == 3)
    }

    @Test func keepsSeveralCursorsApart() throws {
        let paths = [(Optional("a"), try JSONPath("$.a")), ("b", try JSONPath("$.b"))].map { (name: $0.0, path: $0.1) }
        var paginator = Paginator(pagination(.cursor(paths: paths, parameter: nil)))
        #expect(try paginator.advance(after: page(#"{"d": [1], "a": 1, "b": null}"#)))
        #expect(paginator.request.cursor.map(\.name) == ["a"])
        #expect(try !paginator.advance(after: page(#"{"d": [2], "a": null}"#)))
    }

    @Test func takesTheLastRecord() throws {
        var paginator = Paginator(pagination(.lastRecord(try JSONPath("$.id"), parameter: "after_id")))
        #expect(try paginator.advance(after: page(#"{"d": [{"id": 1}, {"id": 7}]}"#)))
        #expect(paginator.request.parameter?.value == "7")
        #expect(paginator.request.cursor.first?.value == .number(JSONNumber(7)))
        #expect(try !paginator.advance(after: page(#"{"d": []}"#)))
    }

    @Test func rejectsALastRecordWithoutItsValue() throws {
        var paginator = Paginator(pagination(.lastRecord(try JSONPath("$.id"), parameter: "after_id")))
        #expect(throws: PagingError.lastRecordLacksValue(path: "$.id")) {
            try paginator.advance(after: page(#"{"d": [{"id": null}]}"#))
        }
    }

    @Test func countsPages() throws {
        var paginator = Paginator(pagination(.page(parameter: "p", start: 0)))
        #expect(paginator.request.parameter?.value == "0")
        #expect(paginator.request.number == 0)
        #expect(try paginator.advance(after: page(#"{"d": [1]}"#)))
        #expect(paginator.request.parameter?.value == "1")
        #expect(try !paginator.advance(after: page(#"{"d": []}"#)))
    }

    @Test func countsRecords() throws {
        var paginator = Paginator(pagination(.offset(parameter: "skip", start: 10)))
        #expect(paginator.request.parameter?.value == "10")
        #expect(try paginator.advance(after: page(#"{"d": [1, 2, 3]}"#)))
        #expect(paginator.request.parameter?.value == "13")
        #expect(paginator.request.offset == 13)
        #expect(try paginator.advance(after: page(#"{"d": [4]}"#)))
        #expect(paginator.request.parameter?.value == "14")
    }

    @Test(arguments: ["true", "[1]", "{}"])
    func rejectsACursorOfAnotherKind(next: String) throws {
        var paginator = Paginator(try cursor())
        let found = try JSONNode(next).value.serialized()
        #expect(throws: PagingError.notUsable(key: "cursor", found: found)) {
            try paginator.advance(after: page(#"{"d": [1], "next": \#(next)}"#))
        }
    }

    @Test func rejectsANextURLThatIsNoText() throws {
        var paginator = Paginator(pagination(.nextURL(try JSONPath("$.next"))))
        #expect(throws: PagingError.notUsable(key: "next_url", found: "7")) {
            try paginator.advance(after: page(#"{"d": [1], "next": 7}"#))
        }
    }

    // MARK: Where it ends

    @Test func endsWhereTheConditionDoesNotHold() throws {
        var pagination = pagination(.page(parameter: "p", start: 1))
        pagination.while = Located(try JSONCondition("$.more"), at: .none)
        var paginator = Paginator(pagination)
        #expect(try paginator.advance(after: page(#"{"d": [1], "more": true}"#)))
        #expect(try !paginator.advance(after: page(#"{"d": [2], "more": false}"#)))
    }

    @Test func endsAtTheTotal() throws {
        var pagination = pagination(.offset(parameter: "o", start: 0))
        pagination.total = Located(try JSONPath("$.total"), at: .none)
        var paginator = Paginator(pagination)
        #expect(try paginator.advance(after: page(#"{"d": [1, 2], "total": "3"}"#)))
        #expect(try !paginator.advance(after: page(#"{"d": [3], "total": 3}"#)))
    }

    @Test func endsAtTheLastOfTheTotalPages() throws {
        var pagination = pagination(.page(parameter: "p", start: 1))
        pagination.totalPages = Located(try JSONPath("$.pages"), at: .none)
        var paginator = Paginator(pagination)
        #expect(try paginator.advance(after: page(#"{"d": [1], "pages": 2}"#)))
        #expect(try !paginator.advance(after: page(#"{"d": [2], "pages": 2}"#)))
    }

    @Test func endsAtAnEmptyPageWhenAsked() throws {
        var pagination = try cursor()
        pagination.stopOnEmpty = true
        var paginator = Paginator(pagination)
        #expect(try !paginator.advance(after: page(#"{"d": [], "next": "c1"}"#)))
    }

    @Test func endsWhereARuleSaysSo() throws {
        var paginator = Paginator(try cursor())
        #expect(try !paginator.advance(after: page(#"{"d": [1], "next": "c1"}"#, isStopped: true)))
    }

    @Test func endsAtTheLimitAndCutsTheLastPage() throws {
        var pagination = try cursor()
        pagination.limit = 3
        var paginator = Paginator(pagination)
        #expect(paginator.wanted(of: 2) == 2)
        #expect(try paginator.advance(after: page(#"{"d": [1, 2], "next": "c1"}"#)))
        #expect(paginator.wanted(of: 2) == 1)
        #expect(try !paginator.advance(after: page(#"{"d": [3, 4], "next": "c2"}"#)))
    }

    // MARK: What is no end

    @Test func failsAtTheSafetyBoundWithMoreToCome() throws {
        var pagination = try cursor()
        pagination.maxPages = 2
        var paginator = Paginator(pagination)
        #expect(try paginator.advance(after: page(#"{"d": [1], "next": "c1"}"#)))
        #expect(throws: PagingError.truncated(maximum: 2)) {
            try paginator.advance(after: page(#"{"d": [2], "next": "c2"}"#))
        }
    }

    @Test func acceptsTheSafetyBoundAtTheEnd() throws {
        var pagination = try cursor()
        pagination.maxPages = 1
        var paginator = Paginator(pagination)
        #expect(try !paginator.advance(after: page(#"{"d": [1]}"#)))
    }

    @Test func failsWithFewerRecordsThanPromised() throws {
        var pagination = try cursor()
        pagination.total = Located(try JSONPath("$.total"), at: .none)
        var paginator = Paginator(pagination)
        #expect(try paginator.advance(after: page(#"{"d": [1], "total": 3, "next": "c1"}"#)))
        #expect(throws: PagingError.incomplete(received: 2, promised: "3")) {
            try paginator.advance(after: page(#"{"d": [2]}"#))
        }
    }

    @Test func rejectsATotalThatIsNoNumber() throws {
        var pagination = try cursor()
        pagination.total = Located(try JSONPath("$.total"), at: .none)
        var paginator = Paginator(pagination)
        #expect(throws: PagingError.notANumber(key: "total", found: "\"many\"")) {
            try paginator.advance(after: page(#"{"d": [1], "total": "many"}"#))
        }
    }

    @Test func noticesACursorThatNeverMoves() throws {
        var paginator = Paginator(try cursor())
        #expect(try paginator.advance(after: page(#"{"d": [1], "next": "c1"}"#)))
        #expect(try paginator.advance(after: page(#"{"d": [1], "next": "c1"}"#)))
        #expect(throws: PagingError.repeatedPage(number: 3)) {
            try paginator.advance(after: page(#"{"d": [1], "next": "c1", "request": "another id"}"#))
        }
    }

    @Test func acceptsTheSameCursorWithOtherRecords() throws {
        var paginator = Paginator(try cursor())
        for record in 0..<100 {
            #expect(try paginator.advance(after: page(#"{"d": [\#(record)], "next": "scroll"}"#)))
        }
    }

    @Test func noticesPagesThatAreTheSame() throws {
        var paginator = Paginator(pagination(.page(parameter: "p", start: 1)))
        #expect(try paginator.advance(after: page(#"{"d": [1]}"#)))
        #expect(throws: PagingError.repeatedPage(number: 2)) { try paginator.advance(after: page(#"{"d": [1]}"#)) }
    }

    @Test func noticesURLsThatGoInACircle() throws {
        var paginator = Paginator(pagination(.nextURL(try JSONPath("$.next"))))
        #expect(try paginator.advance(after: page(#"{"d": [1], "next": "/a"}"#)))
        #expect(try paginator.advance(after: page(#"{"d": [1], "next": "/b"}"#)))
        #expect(try paginator.advance(after: page(#"{"d": [1], "next": "/a"}"#)))
        #expect(throws: PagingError.repeatedPage(number: 4)) {
            try paginator.advance(after: page(#"{"d": [1], "next": "/b"}"#))
        }
    }
}
