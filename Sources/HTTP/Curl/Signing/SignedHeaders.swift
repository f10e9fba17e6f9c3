import Secrets

/// The header fields of a request that libcurl signs, which signs each line that it is given.
struct SignedHeaders: Sendable, Hashable {
    /// Why fields cannot be signed.
    struct Problem: Error {
        let message: String
    }

    /// The fields, no two of one name, their values as the signature has them.
    private(set) var fields: [HTTPHeader] = []
    /// What is sent as `User-Agent`, unsigned, as proxies change it.
    private(set) var userAgent: String?

    /// Merges and checks the fields.
    init(_ headers: HTTPHeaders) throws(Problem) {
        for header in headers {
            let name = header.name.lowercased()
            if name == "user-agent" {
                userAgent = header.value.text
                continue
            }
            guard !Self.ownNames.contains(name) else {
                throw Problem(message: "the header '\(header.name)' is set by the signature: leave it out")
            }
            let value = header.value.text.split { $0 == " " || $0 == "\t" }.joined(separator: " ")
            guard !value.isEmpty else {
                throw Problem(message: "the header '\(header.name)' is empty, which cannot be signed: leave it out")
            }
            let text = SensitiveText(value, isSecret: header.isSecret)
            if let index = fields.firstIndex(where: { $0.name.lowercased() == name }) {
                let first = fields[index]
                fields[index] = HTTPHeader(
                    first.name,
                    SensitiveText(first.value.text + "," + value, isSecret: first.isSecret || header.isSecret))
            } else {
                fields.append(HTTPHeader(header.name, text))
            }
        }
    }

    /// Adds a field unless there is one of its name.
    mutating func addIfMissing(_ name: String, _ value: String) {
        guard !fields.contains(where: { $0.name.lowercased() == name.lowercased() }) else { return }
        fields.append(HTTPHeader(name, value))
    }

    /// Puts a secret field in place of one of its name.
    mutating func set(_ name: String, _ value: Secret) {
        fields.removeAll { $0.name.lowercased() == name.lowercased() }
        fields.append(HTTPHeader(name, SensitiveText(value)))
    }

    /// Checks that libcurl before 8.10 brings the names into the right order: it compares them with the colon behind.
    func checkOrder() throws(Problem) {
        let names = fields.map { $0.name.lowercased() } + ["host", "x-amz-date"]
        let right = names.sorted()
        let wrong = names.sorted { $0 + ":" < $1 + ":" }
        guard let place = right.indices.first(where: { right[$0] != wrong[$0] }) else { return }
        throw Problem(
            message: "the headers '\(right[place])' and '\(wrong[place])' cannot both be signed by this libcurl; "
                + "8.10 or later can")
    }

    /// The fields that libcurl makes for the signature, or takes for its own.
    private static let ownNames: Set<String> = ["authorization", "date", "x-amz-date"]
}
