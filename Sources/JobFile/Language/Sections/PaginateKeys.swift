/// The keys of `paginate`.
enum PaginateKeys {
    static let link = Key(
        "link", .plain(.text), doc: "The relation of the Link header (RFC 8288) that names the next page.",
        example: "next")
    static let nextURL = Key(
        "next_url", .plain(.jsonPath),
        doc: "The next page's URL in the body, absolute or relative; it is used as it is, without `query`.",
        example: "$.links.next")
    static let cursor = Key(
        "cursor", .either(.plain(.jsonPath), or: .map(of: .plain(.jsonPath), names: .reference, orEmpty: false)),
        doc: """
            The next page's cursor in the body, sent as `param` or placed by hand as ${page.cursor}; a mapping of \
            several gives ${page.cursor.NAME}.
            """,
        example: "$.meta.next")
    static let lastRecord = Key(
        "last_record", .plain(.jsonPath),
        doc: "A value of the page's last record, sent like a cursor (keyset paging).", example: "$.id")
    static let page = Key(
        "page", .plain(.text), doc: "The query parameter that takes the page's number.", example: "page")
    static let offset = Key(
        "offset", .plain(.text), doc: "The query parameter that takes the number of records before the page.",
        example: "offset")
    static let parameter = Key(
        "param", .plain(.text), doc: "The query parameter that takes the cursor.", example: "cursor")
    static let start = Key(
        "start", .loaded(.integer(0 ... .max)), .load, standard: "1 for page, 0 for offset",
        doc: "The first page's number or offset.", example: "0")
    static let condition = Key(
        "while", .plain(.condition), doc: "What must hold on a page's body for another one to be asked for.",
        example: "$.has_more")
    static let total = Key(
        "total", .plain(.jsonPath), doc: "How many records the API says there are; fewer are a failure.",
        example: "$.meta.total")
    static let totalPages = Key(
        "total_pages", .plain(.jsonPath), doc: "How many pages the API says there are.", example: "$.meta.pages")
    static let stopOnEmpty = Key(
        "stop_on_empty", .loaded(.boolean), .load, standard: "false for link, next_url and cursor",
        doc: "Whether a page without records is the last one whatever else it says.", example: "true")
    static let limit = Key(
        "limit", .loaded(.integer(1 ... .max)), .load,
        doc: "The most records that are wanted; reaching it is a success.", example: "1000")
    static let maxPages = Key(
        "max_pages", .loaded(.integer(1 ... .max)), .load,
        doc: "A safety bound: reaching it with more to come is a failure.", example: "100")

    static let parallel = Key(
        "parallel", .loaded(.integer(1...100)), .load, standard: "1",
        doc: "How many pages are asked for at the same time, with page and offset; the output keeps their order.",
        example: "4")

    static let section = Section(
        "paginate", noun: "paginate", title: "Paginate",
        doc: "How further pages are asked for. Page sizes stand in `query`, where the API has them.",
        keys: [
            link, nextURL, cursor, lastRecord, page, offset, parameter, start, condition, total, totalPages,
            stopOnEmpty, limit, maxPages, parallel,
        ],
        groups: [.exactlyOne("link", "next_url", "cursor", "last_record", "page", "offset")],
        example: """
            paginate: {cursor: $.next_cursor, param: cursor, total: $.total}
            """)
}
