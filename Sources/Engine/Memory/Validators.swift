import HTTP
import JSON

/// What an answer can be asked about again by, without being sent again (RFC 9110, 8.8).
struct Validators: Sendable, Hashable {
    /// What the request was, and what the call made of its answer, as a hash: of another request they say nothing.
    let request: String
    /// The `ETag`, as it came.
    let entityTag: String?
    /// The `Last-Modified`, as it came.
    let lastModified: String?

    init(request: String, entityTag: String?, lastModified: String?) {
        (self.request, self.entityTag, self.lastModified) = (request, entityTag, lastModified)
    }

    /// Those of an answer; nil when it has none.
    init?(_ response: HTTPResponse, request: String) {
        self.init(
            request: request, entityTag: response.headers.first("ETag"),
            lastModified: response.headers.first("Last-Modified"))
        if entityTag == nil, lastModified == nil { return nil }
    }

    /// What the state keeps.
    var json: JSONValue {
        let fields = [("request", request), ("etag", entityTag), ("last_modified", lastModified)]
        return .object(fields.compactMap { name, value in value.map { JSONMember(name: name, value: .string($0)) } })
    }

    /// Those that the state kept; nil for anything else.
    init?(json: JSONValue) {
        guard let request = json["request"]?.string else { return nil }
        self.init(request: request, entityTag: json["etag"]?.string, lastModified: json["last_modified"]?.string)
    }
}
