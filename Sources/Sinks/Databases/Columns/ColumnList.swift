/// The columns of a table that is written to, and which field goes into which.
struct ColumnList {
    /// What only errand's own columns are called.
    static let markName = "_errand_mark"
    /// How many columns a table may get.
    private static let limit = 1000

    let database: DatabaseKind
    private let key: [String]
    private let types: [String: ColumnType]
    /// The columns that the table has already, by their folded names.
    private let existing: [String: (name: String, type: StoredType)]
    private(set) var list: [Column] = []
    private var placesOfFields: [String: Int] = [:]
    private var placesOfColumns: [String: Int] = [:]

    /// - Parameter existing: the columns that the table has, whose types are kept; none for one that is replaced.
    init(
        _ database: DatabaseKind, key: [String], types: [String: ColumnType],
        existing: [(name: String, type: StoredType)]
    ) {
        self.database = database
        self.key = key
        self.types = types
        self.existing = Dictionary(
            existing.map { (database.folded($0.name), $0) }, uniquingKeysWith: { first, _ in first })
    }

    var count: Int { list.count }

    /// The places of the columns that tell rows apart, in their order in `key`; nil before they are known.
    var keyPlaces: [Int]? {
        let places = key.compactMap { placesOfFields[$0] }
        return places.count == key.count ? places : nil
    }

    /// The place of the column for a field, which is made when there is none.
    ///
    /// - Throws: that no column can have that name.
    mutating func place(ofField field: String) throws(UnfitRecord) -> Int {
        if let place = placesOfFields[field] { return place }
        try check(field)
        let folded = database.folded(field)
        if let place = placesOfColumns[folded] {
            throw UnfitRecord(
                message: "has a field '\(field)', and '\(list[place].field)' goes into the column of that name: "
                    + "\(database.noun) takes them for one",
                advice: "give one of them another name under `fields`")
        }
        let known = existing[folded]
        let given = types[field]
        list.append(
            Column(
                name: known?.name ?? field, field: field, type: known?.type ?? given.map { StoredType($0) },
                isGiven: known == nil && given != nil, isKey: key.contains(field), isInTable: known != nil))
        placesOfFields[field] = list.count - 1
        placesOfColumns[folded] = list.count - 1
        return list.count - 1
    }

    /// Makes room for a value in a column.
    mutating func take(_ kind: ValueKind, at place: Int) -> Bool {
        list[place].take(kind, in: database)
    }

    /// The table has all of them now.
    mutating func settle() {
        for place in list.indices where list[place].type != nil { list[place].isInTable = true }
    }

    private func check(_ field: String) throws(UnfitRecord) {
        let problem: String? =
            if field.isEmpty {
                "a field without a name"
            } else if field.utf8.contains(0) {
                "a field with a NUL in its name"
            } else if database.folded(field) == Self.markName {
                "a field '\(field)', which is the name of a column of errand's own"
            } else if field.utf8.count > database.nameLimit {
                "a field '\(field.prefix(80))…', and a name of \(database.noun) has at most \(database.nameLimit) bytes"
            } else {
                nil
            }
        if let problem {
            throw UnfitRecord(message: "has \(problem)", advice: "give it another name under `fields`")
        }
        guard list.count < Self.limit else {
            throw UnfitRecord(
                message: "has a field '\(field)', and the table has \(Self.limit) columns already",
                advice: "name the columns under `fields`; names that differ from record to record belong into a value")
        }
    }
}
