import Diagnostics
import JSON
import JSONPath
import JobFile

/// Decides, after each page of a call, whether another one is asked for and with what.
///
/// A pure state machine: it sees answers and returns decisions, the run sends the requests.
struct Paginator {
    /// What a request for a page is made of, besides the call's own keys.
    struct Request {
        /// The number of the page, from the pagination's start.
        var number: Int
        /// How many records came before it.
        var offset: Int
        /// A URL to use instead of the call's own, from the answer before.
        var url: String?
        /// The cursor's values, by name; the only one of a plain cursor has no name.
        var cursor: [(name: String?, value: JSONValue)] = []
        /// The query parameter that the pagination itself sets.
        var parameter: (name: String, value: String)?
    }

    /// What of an answer matters here.
    struct Page {
        var body: JSONNode?
        var links: LinkHeader
        /// How many records the answer held.
        var recordCount: Int
        var lastRecord: JSONNode?
        /// Of the records, or of a body that is not JSON.
        var fingerprint: UInt64
        /// Whether the body is an object, and itself the one record for want of `records`.
        var isOwnRecord = false
        /// A rule said that this was the last page.
        var isStopped = false
    }

    let pagination: Pagination?
    private(set) var request: Request
    private(set) var pagesReceived = 0
    private(set) var recordsReceived = 0
    /// How many records the last page had.
    private(set) var lastCount = 0
    /// How many records, and pages, the API says there are.
    private(set) var promised: JSONNumber?
    private(set) var promisedPages: JSONNumber?
    private var loops = LoopDetector()
    private var previousFingerprint: UInt64?

    /// Starts at the first page; without a pagination there is just the one.
    init(_ pagination: Pagination?) {
        self.pagination = pagination
        request = Request(number: 1, offset: 0)
        switch pagination?.kind {
        case .page(let parameter, let start):
            request.number = start
            request.parameter = (parameter, String(start))
        case .offset(let parameter, let start):
            request.offset = start
            request.parameter = (parameter, String(start))
        default:
            break
        }
    }

    /// How many of a page's records are wanted, by `limit`.
    func wanted(of count: Int) -> Int {
        guard let limit = pagination?.limit else { return count }
        return max(0, min(count, limit - recordsReceived))
    }

    /// Takes note of a page; true when `request` now says what to ask for next, false at the end.
    ///
    /// - Throws: a loop, a truncation, or fewer records than promised.
    mutating func advance(after page: Page) throws(PagingError) -> Bool {
        guard let pagination else { return false }
        try rejectLoops(page)
        pagesReceived += 1
        recordsReceived += page.recordCount
        lastCount = page.recordCount
        if let limit = pagination.limit, recordsReceived >= limit { return false }
        if let total = try number(pagination.total, in: page.body, key: "total") { promised = total }
        if try isLast(page, of: pagination) {
            try checkCompleteness()
            return false
        }
        guard let next = try next(after: page, of: pagination) else {
            try checkCompleteness()
            return false
        }
        if let maximum = pagination.maxPages, pagesReceived >= maximum { throw .truncated(maximum: maximum) }
        request = next
        return true
    }

    private mutating func rejectLoops(_ page: Page) throws(PagingError) {
        switch pagination?.kind {
        case .page, .offset:
            // Other ends, such as a total, would do; a job that has them has `records` as well.
            if page.isOwnRecord, !page.isStopped, pagination?.limit == nil { throw .neverEmpty }
            if page.recordCount > 0, page.fingerprint == previousFingerprint {
                throw .repeatedPage(number: pagesReceived + 1)
            }
            previousFingerprint = page.fingerprint
        default:
            var asked = Fingerprint(request.url ?? "")
            for (name, value) in request.cursor {
                asked.combine(name ?? "")
                asked.combine(value.serialized())
            }
            if loops.isRepeated(.init(request: asked.value, content: page.fingerprint)) {
                throw .repeatedPage(number: pagesReceived + 1)
            }
        }
    }

    /// Whether something other than a missing next one says that this was the last page.
    private mutating func isLast(_ page: Page, of pagination: Pagination) throws(PagingError) -> Bool {
        if page.isStopped { return true }
        if let condition = pagination.while?.value {
            guard let body = page.body, condition.holds(on: body) else { return true }
        }
        if let promised, JSONNumber(recordsReceived) >= promised { return true }
        if let pages = try number(pagination.totalPages, in: page.body, key: "total_pages") {
            promisedPages = pages
            if JSONNumber(pagesReceived) >= pages { return true }
        }
        return pagination.stopOnEmpty && page.recordCount == 0
    }

    private func next(after page: Page, of pagination: Pagination) throws(PagingError) -> Request? {
        var next = Request(number: request.number + 1, offset: request.offset + page.recordCount)
        switch pagination.kind {
        case .link(let relation):
            guard let target = page.links.target(relation: relation), !target.isEmpty else { return nil }
            next.url = target
        case .nextURL(let path):
            guard let value = try value(of: path, in: page.body, key: "next_url") else { return nil }
            guard case .string(let target) = value else {
                throw .notUsable(key: "next_url", found: value.serialized())
            }
            next.url = target
        case .cursor(let paths, let parameter):
            for (name, path) in paths {
                guard let value = try value(of: path, in: page.body, key: "cursor") else { continue }
                next.cursor.append((name, value))
            }
            guard !next.cursor.isEmpty else { return nil }
            next.parameter = try parameter.map { name throws(PagingError) in (name, try text(next.cursor[0].value)) }
        case .lastRecord(let path, let parameter):
            guard page.recordCount > 0 else { return nil }
            guard let value = try value(of: path, in: page.lastRecord, key: "last_record") else {
                throw .lastRecordLacksValue(path: path.text)
            }
            next.cursor = [(nil, value)]
            next.parameter = try parameter.map { name throws(PagingError) in (name, try text(value)) }
        case .page(let parameter, _):
            guard page.recordCount > 0 else { return nil }
            next.parameter = (parameter, String(next.number))
        case .offset(let parameter, _):
            guard page.recordCount > 0 else { return nil }
            next.parameter = (parameter, String(next.offset))
        }
        return next
    }

    /// A next URL or cursor; nil when there is none: absent, null, false or empty text.
    private func value(of path: JSONPath, in body: JSONNode?, key: String) throws(PagingError) -> JSONValue? {
        guard let node = body.flatMap(path.first(in:)) else { return nil }
        switch node.value {
        case .null, .bool(false), .string(""): return nil
        case .string(let text): return .string(text)
        case .number(let number): return .number(number)
        case .bool, .array, .object: throw .notUsable(key: key, found: node.value.serialized())
        }
    }

    private func text(_ value: JSONValue) throws(PagingError) -> String {
        switch value {
        case .string(let text): text
        case .number(let number): number.text
        default: throw .notUsable(key: "cursor", found: value.serialized())
        }
    }

    private func number(
        _ path: Located<JSONPath>?, in body: JSONNode?, key: String
    ) throws(PagingError) -> JSONNumber? {
        guard let node = body.flatMap({ path?.value.first(in: $0) }), !node.isNull else { return nil }
        // Several APIs send counts as text.
        guard let number = node.number ?? node.string.flatMap(JSONNumber.init(_:)) else {
            throw .notANumber(key: key, found: node.value.serialized())
        }
        return number
    }

    private func checkCompleteness() throws(PagingError) {
        guard let promised, JSONNumber(recordsReceived) < promised else { return }
        throw .incomplete(received: recordsReceived, promised: promised.text)
    }
}
