/// A column of a table that is written to.
struct Column {
    /// Its name in the table.
    let name: String
    /// The name of the field that goes into it.
    let field: String
    /// What it holds; nil as long as nothing but null has come.
    private(set) var type: StoredType?
    /// Whether the job file gives its type, which is kept then.
    let isGiven: Bool
    let isKey: Bool
    /// Whether the table has it already.
    var isInTable: Bool
    /// Whether whole numbers have come that a REAL would change.
    private var isBeyondReal = false

    init(name: String, field: String, type: StoredType?, isGiven: Bool = false, isKey: Bool, isInTable: Bool) {
        self.name = name
        self.field = field
        self.type = type
        self.isGiven = isGiven
        self.isKey = isKey
        self.isInTable = isInTable
    }

    /// Makes room for a value.
    ///
    /// - Returns: whether the column can hold it.
    mutating func take(_ kind: ValueKind, in database: DatabaseKind) -> Bool {
        if case .null = kind { return true }
        if case .nested = kind, isKey { return false }
        guard let type else {
            type = Self.inferred(kind, in: database)
            isBeyondReal = kind.isBeyondReal
            return true
        }
        switch type {
        case .text, .json, .any: return true
        case .boolean, .integer, .number:
            return database == .sqlite ? takeForSQLite(kind, type) : takeForPostgres(kind, type)
        }
    }

    private static func inferred(_ kind: ValueKind, in database: DatabaseKind) -> StoredType? {
        switch kind {
        case .null: nil
        case .bool: .boolean
        case .integer: .integer
        case .large: database == .sqlite ? .text : .number
        case .fraction: .number
        case .text: .text
        case .nested: database == .sqlite ? .text : .json
        }
    }

    private mutating func takeForSQLite(_ kind: ValueKind, _ type: StoredType) -> Bool {
        switch kind {
        case .bool: return true
        case .integer:
            if kind.isBeyondReal {
                // A REAL would round it.
                guard type != .number else { return false }
                isBeyondReal = true
            }
            if type == .boolean, !isGiven { self.type = .integer }
            return true
        case .fraction:
            if type == .number { return true }
            guard !isKey, !isGiven else { return false }
            // A column of whole numbers keeps a fraction as it is.
            if isInTable { return true }
            guard !isBeyondReal else { return false }
            self.type = .number
            return true
        case .large:
            guard type == .integer, !isInTable, !isGiven else { return false }
            self.type = .text
            return true
        case .null, .text, .nested: return false
        }
    }

    private mutating func takeForPostgres(_ kind: ValueKind, _ type: StoredType) -> Bool {
        switch (type, kind) {
        case (.boolean, .bool), (.integer, .integer), (.number, .integer), (.number, .large), (.number, .fraction):
            return true
        case (.integer, .large), (.integer, .fraction):
            guard !isGiven else { return false }
            self.type = .number
            return true
        default: return false
        }
    }
}
