import Hummingbird

/// Which records are asked for, in which order, and how they are cut into pages.
struct SyncPageRequest {
    enum Style: String {
        case cursor, page, offset, keyset
    }

    enum Order: String {
        case ascending = "asc"
        /// One that nobody would guess, the same each time.
        case none
    }

    var style = Style.cursor
    var order = Order.ascending
    /// Whether time or version orders and bounds the records.
    var isByVersion = false
    var format = SyncTime.Format.rfc3339
    var limit: Int
    /// The first time or version, and the one that is too late.
    var since: Int?
    var until: Int?
    /// How many records come before this page; not in keyset and ascending cursors.
    var start = 0
    /// The record before this page: its time or version, and its id.
    var after: (key: Int, id: Int)?

    init(_ query: Query) throws {
        style = try Self.choice(query, "style", style)
        order = try Self.choice(query, "order", order)
        format = try Self.choice(query, "format", format)
        isByVersion = query["by"] == "version"
        limit = try query.int("limit", default: 100)
        guard 1...10_000 ~= limit else { throw Self.wrong("limit is 1 to 10000") }
        since = try bound(query, isByVersion ? "version_since" : "updated_since")
        until = try bound(query, isByVersion ? "version_until" : "updated_until")
        if query["exclusive"] == "1", let since { self.since = since + 1 }
        switch style {
        case .cursor: try place(atCursor: query["cursor"] ?? "")
        case .page:
            start = (max(1, try query.int("page", default: 1)) - 1).multipliedReportingOverflow(by: limit).partialValue
        case .offset: start = try query.int("offset", default: 0)
        case .keyset:
            if let key = try bound(query, isByVersion ? "after_version" : "after_updated") {
                after = (key, try query.int("after_id", default: 0))
            }
        }
        guard start >= 0 else { throw Self.wrong("no such page") }
    }

    /// The cursor of the page after one that ends with this record.
    func cursor(after record: SyncRecord, next: Int) -> String {
        order == .none ? "o\(next)" : "k\(key(of: record)).\(record.id)"
    }

    func key(of record: SyncRecord) -> Int {
        isByVersion ? record.version : record.updated
    }

    private mutating func place(atCursor cursor: String) throws {
        guard !cursor.isEmpty else { return }
        let numbers = cursor.dropFirst().split(separator: ".").compactMap { Int($0) }
        switch (cursor.first, order, numbers.count) {
        case ("o", .none, 1): start = numbers[0]
        case ("k", .ascending, 2): after = (numbers[0], numbers[1])
        default: throw DemoError(.badRequest, "invalid_cursor", "the cursor '\(cursor)' is not one of ours")
        }
    }

    private func bound(_ query: Query, _ name: String) throws -> Int? {
        guard let text = query[name], !text.isEmpty else { return nil }
        guard let value = isByVersion ? Int(text) : SyncTime.parse(text) else {
            throw Self.wrong("'\(name)' is not understood: '\(text)'")
        }
        return value
    }

    private static func choice<Value: RawRepresentable<String>>(
        _ query: Query, _ name: String, _ standard: Value
    ) throws -> Value {
        guard let text = query[name] else { return standard }
        guard let value = Value(rawValue: text) else { throw wrong("there is no \(name) '\(text)'") }
        return value
    }

    private static func wrong(_ message: String) -> DemoError {
        DemoError(.badRequest, "invalid_parameter", message)
    }
}
