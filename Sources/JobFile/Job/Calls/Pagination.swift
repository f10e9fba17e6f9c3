public import Diagnostics
public import JSONPath

/// How a call asks for further pages: `paginate`.
public struct Pagination: Sendable {
    /// Where the next page is named.
    public enum Kind: Sendable {
        /// The `Link` header with this relation, RFC 8288.
        case link(relation: String)
        /// A URL in the body, absolute or relative.
        case nextURL(JSONPath)
        /// One or more values of the body; the only one of a plain cursor has no name.
        case cursor(paths: [(name: String?, path: JSONPath)], parameter: String?)
        /// A value of the page's last record.
        case lastRecord(JSONPath, parameter: String?)
        /// The page's number, in this query parameter.
        case page(parameter: String, start: Int)
        /// The number of records that came before, in this query parameter.
        case offset(parameter: String, start: Int)
    }

    /// Where the next page is named.
    public var kind: Kind
    /// What must hold on a page's body for another one to be asked for.
    public var `while`: Located<JSONCondition>?
    /// How many records the API says there are.
    public var total: Located<JSONPath>?
    /// How many pages the API says there are.
    public var totalPages: Located<JSONPath>?
    /// Whether a page without records is the last one whatever else it says.
    public var stopOnEmpty: Bool
    /// The most records that are wanted: an intended bound.
    public var limit: Int?
    /// The most pages that are asked for: reaching it with more to come is a failure.
    public var maxPages: Int?
    /// How many pages are asked for at the same time, at least 1; more than one only with `page` and `offset`.
    public var parallel: Int
    /// Where it stands.
    public var span: SourceSpan

    /// Makes a pagination; the defaults are those of the language.
    public init(
        kind: Kind,
        while: Located<JSONCondition>? = nil,
        total: Located<JSONPath>? = nil,
        totalPages: Located<JSONPath>? = nil,
        stopOnEmpty: Bool = false,
        limit: Int? = nil,
        maxPages: Int? = nil,
        parallel: Int = 1,
        span: SourceSpan
    ) {
        self.kind = kind
        self.while = `while`
        self.total = total
        self.totalPages = totalPages
        self.stopOnEmpty = stopOnEmpty
        self.limit = limit
        self.maxPages = maxPages
        self.parallel = parallel
        self.span = span
    }
}
