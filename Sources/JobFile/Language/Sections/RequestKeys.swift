/// The keys that say what a call sends.
enum RequestKeys {
    static let get = method("get", "items")
    static let post = method("post", "items")
    static let put = method("put", "items/7")
    static let patch = method("patch", "items/7")
    static let delete = method("delete", "items/7")
    static let head = method("head", "items")
    static let options = method("options", "items")
    static let request = Key(
        "request", .section(MethodKeys.section), .request, doc: "Any method, with its URL.",
        example: "{method: REPORT, url: /calendar}")

    static let json = Key(
        "json", .value, .request, doc: "The body as JSON; a null stays, unless it is ${… | omit}.",
        example: "{name: '${inputs.name}', tags: [new]}")
    static let form = Key(
        "form", .entries(), .request, doc: "The body as a form; a list repeats the name, null leaves it out.",
        example: "{q: shoes, page: [1, 2]}")
    static let multipart = Key(
        "multipart", .map(of: PartKeys.part, orEmpty: false), .request, doc: "The body as multipart/form-data.",
        example: "{title: A note, data: {file: note.txt}}")
    static let body = Key("body", .body, .request, doc: "The body as text.", example: "<ping/>")
    static let bodyFile = Key(
        "body_file", .template(.path), .request,
        doc: "The file whose bytes are the body; a relative path starts from the current folder.",
        example: "report.pdf")
    static let graphql = Key(
        "graphql", .section(GraphQLKeys.section), .request, doc: "The body as a GraphQL request.",
        example: "{query: '{ items { id } }'}")

    static let idempotent = Key(
        "idempotent", .plain(.boolean), standard: "true for get, head, options, put, delete and a graphql query",
        doc: "Whether the request may be sent again when nobody can tell whether it arrived.", example: "true")

    /// The methods by their own keys.
    static let methods: [Key<LocatedTemplate>] = [get, post, put, patch, delete, head, options]
    /// All of the keys.
    static let all: [any LanguageKey] =
        methods.map { $0 as any LanguageKey } + [
            request, SettingKeys.query, SettingKeys.headers, json, form, multipart, body, bodyFile, graphql, idempotent,
        ]
    /// Which of them rule each other out.
    static let groups: [KeyGroup] = [
        .exactlyOne("get", "post", "put", "patch", "delete", "head", "options", "request"),
        .atMostOne("json", "form", "multipart", "body", "body_file", "graphql"),
    ]

    private static func method(_ name: String, _ path: String) -> Key<LocatedTemplate> {
        Key(
            name, .template(.url), .request,
            doc: "The URL, called with \(name.uppercased()); one that begins with / is joined to base_url.",
            example: "https://api.example.com/\(path)")
    }
}
