import HTTPTypes
import Hummingbird

/// Snowflake's SQL API with key-pair authentication: no token endpoint, every request brings a JWT of its own.
///
/// The user is a client whose id is `ACCOUNT.USER`.
struct Snowflake {
    let desk: ProviderDesk

    func add(to router: Router<BasicRequestContext>) {
        for method in [HTTPRequest.Method.get, .post] {
            router.on(desk.path("/api/**"), method: method) { request, context in
                try await TokenCall.answer(request, world: desk.world, context: context) { call in
                    try await check(call)
                    return try statement(request)
                }
            }
        }
    }

    private func check(_ call: TokenCall) async throws {
        let request = call.request
        guard request.headers[.userAgent]?.isEmpty == false else {
            throw Self.error(.badRequest, "391902", "Missing User-Agent header.")
        }
        let kind = request.headers[.named("X-Snowflake-Authorization-Token-Type")]
        guard let text = call.bearer else {
            throw Self.error(.unauthorized, "390101", "Authorization header not found.")
        }
        guard kind == "KEYPAIR_JWT" else {
            // Without the field the token is taken for one of External OAuth.
            throw Self.error(.unauthorized, "390303", "Invalid OAuth access token.")
        }
        var rules = AssertionRules(audiences: nil)
        (rules.longestLife, rules.needsID, rules.needsIssuedAt, rules.allowsReplay) = (3600, false, true, true)
        do {
            let (token, client) = try await desk.assertion(
                text, algorithms: ["RS256"], rules: rules, id: { $0["sub"]?.string })
            let fingerprints = client.keys.compactMap(\.fingerprint)
            let names = client.id.split(separator: ".", omittingEmptySubsequences: false)
            guard names.count == 2, client.id == client.id.uppercased(),
                fingerprints.contains(where: { token["iss"]?.string == "\(client.id).SHA256:\($0)" })
            else { throw Self.invalid("iss must be ACCOUNT.USER.SHA256:FINGERPRINT, in upper case") }
        } catch let fault as ProviderDesk.AssertionFault {
            if case .rule(let violation) = fault { throw Self.invalid(violation.message) }
            throw Self.invalid("\(fault)".prefix { $0.isLetter }.description)
        }
    }

    private static func invalid(_ reason: String) -> ProviderError {
        // The real answer names only an id; the reason is for whoever runs this.
        error(.unauthorized, "390144", "JWT token is invalid. [\(reason)]")
    }

    private static func error(_ status: HTTPResponse.Status, _ code: String, _ message: String) -> ProviderError {
        ProviderError(status, ["code": .string(code), "message": .string(message), "sqlState": "08001"])
    }

    /// A result set as the SQL API gives it: every value a text, columns described apart.
    private func statement(_ request: Request) throws -> Response {
        let page = ProviderRecords(start: 0, size: 100)
        let columns = ["ID", "NAME", "CREATED_AT"].map { name -> JSONText in
            ["name": .string(name), "type": name == "ID" ? "fixed" : "text", "nullable": false]
        }
        return .json([
            "resultSetMetaData": [
                "numRows": .int(page.total), "format": "jsonv2", "rowType": .array(columns),
                "partitionInfo": [["rowCount": .int(page.total), "uncompressedSize": 128]],
            ],
            "data": page.list { ["\($0.number)", "\($0.name)", "\($0.date)"] }, "code": "090001",
            "statementHandle": "01b0dem0-0000-0000-0000-000000000001", "sqlState": "00000",
            "message": "Statement executed successfully.",
        ])
    }
}
