/// The column that keeps how recent each row is, of a table that is merged into.
struct MarkColumn {
    private enum Kind {
        case integer, text
    }

    private var kind: Kind?
    /// Whether the table has it already.
    private(set) var isInTable: Bool

    /// - Parameter columns: those that the table has.
    init(_ columns: [(name: String, type: StoredType)]) {
        let found = columns.first { $0.name == ColumnList.markName }
        isInTable = found != nil
        kind =
            switch found?.type {
            case .integer?: .integer
            case .text?: .text
            case .boolean?, .number?, .json?, .any?, nil: nil
            }
    }

    /// Whether it holds text; whole numbers otherwise.
    var isText: Bool { kind == .text }

    /// Whether the table has it, or is to get it.
    var isNeeded: Bool { isInTable || kind != nil }

    /// Looks whether a mark can be compared with those before.
    mutating func take(_ mark: RecordMark?) throws(UnfitRecord) {
        let new: Kind
        switch mark {
        case nil: return
        case .integer: new = .integer
        case .text: new = .text
        }
        guard let kind, kind != new else {
            kind = new
            return
        }
        throw UnfitRecord(
            message: "has a watermark of another type than the rows of the table",
            advice: "keep the `type` of `incremental.field`, or write to another table")
    }

    mutating func settle(hasMarks: Bool) {
        if hasMarks { isInTable = true }
    }
}
