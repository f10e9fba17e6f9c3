import Hummingbird

/// Which page is asked for, and how pages are told apart.
struct PageRequest: Hashable {
    /// The ways of paging.
    enum Style: String {
        case cursor, page, offset, link, next, keyset
    }

    var style = Style.cursor
    var limit = 100
    /// How many records there are, at most ten million.
    var total = 1000
    /// How many records come before this page.
    var start = 0
    /// Whether links are relative.
    var isRelative = false
    /// Whether the body is the bare array.
    var isBare = false
    /// What is added to the `total` that the body names: a lie, to be found out.
    var lie = 0

    init(_ query: Query) throws {
        if let text = query["style"] {
            guard let style = Style(rawValue: text) else {
                throw DemoError(.badRequest, "invalid_parameter", "there is no style '\(text)'")
            }
            self.style = style
        }
        limit = try query.int("limit", default: limit)
        total = try query.int("total", default: total)
        guard 1...10_000 ~= limit, total <= 10_000_000 else {
            throw DemoError(.badRequest, "invalid_parameter", "limit is 1 to 10000, total at most 10000000")
        }
        isRelative = query["relative"] == "1"
        isBare = query["bare"] == "1" || style == .link
        lie = try query.int("lie", default: 0)
        switch style {
        case .cursor: start = try Self.start(ofCursor: query["cursor"])
        case .page:
            start = (max(1, try query.int("page", default: 1)) - 1).multipliedReportingOverflow(by: limit).partialValue
        case .offset, .link, .next: start = try query.int("offset", default: 0)
        case .keyset: start = try query.int("after_id", default: 0)
        }
        guard start >= 0 else { throw DemoError(.badRequest, "invalid_parameter", "no such page") }
    }

    /// The numbers of this page's records; the first record has number 1.
    var records: Range<Int> {
        let first = min(start, total)
        return first + 1..<min(first + limit, total) + 1
    }

    /// Where the next page starts, or nil on the last one.
    var nextStart: Int? {
        start + limit < total ? start + limit : nil
    }

    var page: Int { start / limit + 1 }
    var totalPages: Int { (total + limit - 1) / limit }

    /// The cursor is opaque to clients, but known beforehand: `c500`.
    static func cursor(_ start: Int) -> String {
        "c\(start)"
    }

    static func start(ofCursor cursor: String?) throws -> Int {
        guard let cursor, !cursor.isEmpty else { return 0 }
        guard cursor.hasPrefix("c"), let start = Int(cursor.dropFirst()), start >= 0 else {
            throw DemoError(.badRequest, "invalid_cursor", "the cursor '\(cursor)' is not one of ours")
        }
        return start
    }

    /// The path and query of the page that starts at `start`, for links.
    func link(to start: Int, origin: String) -> String {
        let path =
            "/items?style=\(style.rawValue)&limit=\(limit)&total=\(total)&offset=\(start)"
            + (isRelative ? "&relative=1" : "")
        return isRelative ? path : origin + path
    }
}
