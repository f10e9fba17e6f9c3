/// What `page` has in the templates of a paged call.
struct PageNames: Sendable {
    /// Whether there is a cursor.
    let hasCursor: Bool
    /// The names of several cursors; empty for a plain one.
    let cursorNames: [String]

    /// Nil for a call without pages.
    init?(_ call: CheckedCall) {
        guard call.section.has(CallKeys.paginate) else { return nil }
        let pagination = call.section[CallKeys.paginate]
        hasCursor = pagination.map { $0.has(PaginateKeys.cursor) || $0.has(PaginateKeys.lastRecord) } ?? true
        if case .long(let names)? = pagination?[PaginateKeys.cursor] {
            cursorNames = names.map(\.name)
        } else {
            cursorNames = []
        }
    }
}
