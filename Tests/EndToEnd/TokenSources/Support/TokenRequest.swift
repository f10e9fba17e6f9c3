/// A request to a token endpoint, as the stand-in noted it.
struct TokenRequest: Decodable, Sendable {
    /// A JWT that came along, taken apart.
    struct Token: Decodable, Sendable {
        var header: JSONAny
        var claims: JSONAny

        /// A claim that is text; for an audience that is a list of one, that one.
        func text(_ claim: String) -> String? { claims[claim]?.string ?? claims[claim]?.elements.first?.string }

        /// A claim that is a number.
        func number(_ claim: String) -> Double? { claims[claim]?.number }
    }

    var path: String
    var query: String?
    var headers: [[String]]
    var form: [[String]]
    var client_assertion: Token?
    var assertion: Token?
    var subject_token: Token?
    var dpop: Token?
    var authorization_jwt: Token?
    var client: String?
    var status: Int?
    var error: String?

    /// The values of a field of the form.
    func values(of field: String) -> [String] { form.filter { $0.first == field }.compactMap(\.last) }

    /// The one value of a field of the form.
    subscript(_ field: String) -> String? { values(of: field).first }

    /// The value of a header.
    func header(_ name: String) -> String? {
        headers.first { $0.first?.lowercased() == name.lowercased() }?.last
    }
}
