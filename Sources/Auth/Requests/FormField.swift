import HTTP

/// A field of a form.
struct FormField: Sendable, Hashable {
    let name: String
    let value: String

    init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    /// Fields as `application/x-www-form-urlencoded`.
    static func body(_ fields: [FormField]) -> HTTPBody {
        let text =
            fields
            .map { "\(PercentEncoding.encodeForForm($0.name))=\(PercentEncoding.encodeForForm($0.value))" }
            .joined(separator: "&")
        return .bytes(Array(text.utf8), isSecret: true)
    }
}
