/// What a server can tell by whether the rest of a body still belongs to what came of it (RFC 9110, 13.1.5).
enum StrongValidator {
    /// The value for `If-Range`; nil when the answer has none that is strong enough.
    ///
    /// A date is when it is at least a second older than the answer: what changed twice in a second has the same one.
    static func find(in headers: HTTPHeaders) -> String? {
        if let tag = headers.first("ETag"), tag.hasPrefix("\"") { return tag }
        guard let modified = headers.first("Last-Modified"), let time = HTTPDate.seconds(modified),
            let date = headers.first("Date").flatMap(HTTPDate.seconds), time + 1 <= date
        else { return nil }
        return modified
    }
}
