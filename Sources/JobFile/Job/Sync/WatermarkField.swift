public import Diagnostics
public import JSONPath

/// A field of the records by which a call knows what it has already.
public struct WatermarkField: Sendable {
    /// How far before the watermark a run begins.
    public enum Lookback: Sendable, Hashable {
        /// At the watermark itself.
        case none
        /// So much time before it.
        case time(Duration)
        /// So many before it.
        case integer(Int)
    }

    /// Where the value is in a record, before `fields`; a singular path.
    public var path: Located<JSONPath>
    /// How values are compared.
    public var type: WatermarkType
    /// Where the first run begins, as written; nil for no beginning: `since` is null then.
    public var initial: String?
    /// How far before the watermark a run begins.
    public var lookback: Lookback
    /// Whether records come in the order of the field, the least first, so that each page may be committed.
    public var isAscending: Bool
    /// How `since` and `until` are written; only for times.
    public var format: WatermarkFormat
    /// The steps of a run; nil for all at once.
    public var window: Window?

    /// Makes a field; the defaults are those of the language.
    public init(
        path: Located<JSONPath>,
        type: WatermarkType = .time,
        initial: String? = nil,
        lookback: Lookback = .none,
        isAscending: Bool = false,
        format: WatermarkFormat = .rfc3339,
        window: Window? = nil
    ) {
        self.path = path
        self.type = type
        self.initial = initial
        self.lookback = lookback
        self.isAscending = isAscending
        self.format = format
        self.window = window
    }
}
