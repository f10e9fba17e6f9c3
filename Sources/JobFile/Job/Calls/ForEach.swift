public import Diagnostics

/// A call that is made once for each item: `for_each`.
public struct ForEach: Sendable {
    /// Where the items come from.
    public enum Input: Sendable {
        /// A list, or the records of an earlier call: `${calls.NAME.records}`.
        case template(LocatedTemplate)
        /// The items as written.
        case values([ValueTemplate])
        /// The rows of a file: CSV, JSON or JSON Lines by its ending.
        case file(LocatedTemplate)
    }

    /// Where the items come from.
    public var input: Input
    /// The name under which templates see the item.
    public var itemName: String
    /// What names an item in messages and reports.
    public var key: LocatedTemplate?
    /// A value by which later items that have it too are left out.
    public var distinct: LocatedTemplate?
    /// How many items are worked on at the same time, at least 1.
    public var concurrency: Int
    /// How many items make one call together; nil for one item a call.
    ///
    /// With it the item is a list.
    public var batch: Int?
    /// What a failed item does to the others.
    public var onError: ErrorHandling
    /// The file that gets the items that were not done.
    public var failedPath: LocatedTemplate?
    /// Where it stands.
    public var span: SourceSpan

    /// Makes a loop; the defaults are those of the language.
    public init(
        input: Input,
        itemName: String = "item",
        key: LocatedTemplate? = nil,
        distinct: LocatedTemplate? = nil,
        concurrency: Int = 1,
        batch: Int? = nil,
        onError: ErrorHandling = .fail,
        failedPath: LocatedTemplate? = nil,
        span: SourceSpan
    ) {
        self.input = input
        self.itemName = itemName
        self.key = key
        self.distinct = distinct
        self.concurrency = concurrency
        self.batch = batch
        self.onError = onError
        self.failedPath = failedPath
        self.span = span
    }
}
