import HTTP
import JSON
import JWT
import Secrets

/// Shows a token request as it was sent, with everything that is a credential masked.
enum SentRequest {
    /// The fields of a token request that are credentials by their names.
    private static let secretFields: Set = [
        "client_secret", "client_assertion", "assertion", "password", "refresh_token", "subject_token", "actor_token",
        "token",
    ]

    /// The method and URL, the headers, the fields of the form.
    static func lines(of request: HTTPRequest) -> [String] {
        var lines = ["\(request.method) \(request.url)"]
        lines += request.headers.map { header in
            let isSecret = header.isSecret || header.name.lowercased() == "authorization"
            return "\(header.name): \(isSecret ? shown(header) : header.value.description)"
        }
        return lines
            + fields(of: request).map { name, value in
                "\(name)=\(secretFields.contains(name) ? Redactor.mask : value)"
            }
    }

    /// The JWTs among what was sent, decoded.
    static func assertions(in request: HTTPRequest) -> [(name: String, text: String)] {
        var found: [(String, String)] = []
        for (name, value) in fields(of: request) where secretFields.contains(name) {
            if let jwt = JWTClaims.decode(Secret(value)) { found.append((name, text(jwt))) }
        }
        for header in request.headers {
            let token = header.value.text.split(separator: " ").last.map(String.init) ?? ""
            if let jwt = JWTClaims.decode(Secret(token)) { found.append((header.name, text(jwt))) }
        }
        return found
    }

    private static func text(_ jwt: (header: JSONValue, claims: JSONValue)) -> String {
        "\(jwt.header.serialized())\n\(jwt.claims.serialized())"
    }

    /// The scheme stays: it says which method was used.
    private static func shown(_ header: HTTPHeader) -> String {
        let words = header.value.text.split(separator: " ", maxSplits: 1)
        return words.count == 2 ? "\(words[0]) \(Redactor.mask)" : Redactor.mask
    }

    private static func fields(of request: HTTPRequest) -> [(name: String, value: String)] {
        guard case .bytes(let bytes, _) = request.body,
            request.headers.first("Content-Type")?.hasPrefix("application/x-www-form-urlencoded") == true
        else { return [] }
        return String(decoding: bytes, as: UTF8.self).split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (decoded(parts[0]), parts.count > 1 ? decoded(parts[1]) : "")
        }
    }

    private static func decoded(_ text: Substring) -> String {
        PercentEncoding.decode(text.replacing("+", with: " "))
    }
}
