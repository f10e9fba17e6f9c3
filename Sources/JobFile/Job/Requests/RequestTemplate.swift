/// What a call sends, before its templates are evaluated.
public struct RequestTemplate: Sendable {
    /// The method, in capitals.
    public var method: String
    /// The URL; one that begins with `/` is joined to the base.
    public var url: LocatedTemplate
    /// What a URL that begins with `/` is joined to.
    public var baseURL: String?
    /// The query's parameters.
    public var query: [EntryTemplate]
    /// The headers; defaults are already among them.
    public var headers: [EntryTemplate]
    /// The body.
    public var body: BodyTemplate

    /// Makes a request from its parts.
    public init(
        method: String,
        url: LocatedTemplate,
        baseURL: String? = nil,
        query: [EntryTemplate] = [],
        headers: [EntryTemplate] = [],
        body: BodyTemplate = .none
    ) {
        self.method = method
        self.url = url
        self.baseURL = baseURL
        self.query = query
        self.headers = headers
        self.body = body
    }
}
