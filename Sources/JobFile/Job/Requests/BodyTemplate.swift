/// What stands in a request's body.
public enum BodyTemplate: Sendable {
    /// Nothing.
    case none
    /// A JSON value: `json`.
    case json(ValueTemplate)
    /// `application/x-www-form-urlencoded`: `form`.
    case form([EntryTemplate])
    /// `multipart/form-data`, RFC 7578: `multipart`.
    case multipart([PartTemplate])
    /// Text as it is: `body`.
    case text(LocatedTemplate)
    /// The bytes of a file: `body_file`.
    case file(LocatedTemplate)
    /// A GraphQL request over HTTP: `graphql`.
    case graphql(query: LocatedTemplate, variables: ValueTemplate?)
}
