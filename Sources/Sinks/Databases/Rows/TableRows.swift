import Database

/// The records of a table as rows, with what is known of its columns.
struct TableRows {
    private let configuration: SinkConfiguration
    private var filler: RowFiller
    private(set) var markColumn: MarkColumn
    private var isPrepared = false
    private var recordCount = 0

    /// - Parameter existing: the columns that the table has, which one that is replaced does not go on with.
    init(
        _ database: DatabaseKind, _ configuration: SinkConfiguration, existing: [(name: String, type: StoredType)]
    ) {
        self.configuration = configuration
        let kept = configuration.mode == .replace ? [] : existing
        markColumn = MarkColumn(kept)
        filler = RowFiller(
            ColumnList(
                database, key: configuration.mode == .merge ? configuration.key : [], types: configuration.types,
                existing: kept))
    }

    var columns: ColumnList { filler.columns }

    /// Gives each record of a page as a row.
    ///
    /// - Throws: which record does not fit and why, or what `insert` throws.
    mutating func read(
        _ batch: RecordBatch, _ name: String,
        insert: (borrowing Row, Record, ColumnList) throws(DatabaseError) -> Void
    ) throws(SinkError) {
        do throws(UnfitRecord) { try prepare(for: batch) } catch { throw unfit(error, name) }
        for record in batch.records {
            recordCount += 1
            do throws(UnfitRecord) {
                try filler.fill(record)
                if configuration.mode == .merge {
                    try filler.checkKey()
                    try markColumn.take(record.mark)
                }
            } catch {
                throw unfit(error, name)
            }
            do throws(DatabaseError) {
                try insert(filler.row, record, filler.columns)
            } catch {
                throw SinkError(error, path: name, operation: .write)
            }
        }
    }

    /// Finds out the columns that are known without any record.
    mutating func prepareForNothing(_ name: String) throws(SinkError) {
        do throws(UnfitRecord) { try prepare(for: RecordBatch()) } catch { throw unfit(error, name) }
    }

    /// The table has all columns now.
    mutating func settle(hasMarks: Bool) {
        filler.columns.settle()
        markColumn.settle(hasMarks: hasMarks)
    }

    /// The columns that are named come first, then those of the first page.
    private mutating func prepare(for batch: RecordBatch) throws(UnfitRecord) {
        guard !isPrepared else { return }
        isPrepared = true
        for field in configuration.columns ?? [] { _ = try filler.columns.place(ofField: field) }
        if configuration.columns == nil { try filler.prepare(for: batch) }
        guard configuration.mode == .merge else { return }
        for field in configuration.key { _ = try filler.columns.place(ofField: field) }
    }

    private func unfit(_ problem: UnfitRecord, _ name: String) -> SinkError {
        SinkError(
            .unfitRecord, path: name, operation: .write,
            message: "record \(max(recordCount, 1)) \(problem.message)", advice: problem.advice)
    }
}
