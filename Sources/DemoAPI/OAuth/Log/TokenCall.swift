import HTTPTypes
import Hummingbird
import Synchronization

/// A request to a token endpoint, read and written to the log.
struct TokenCall {
    let request: Request
    let body: [UInt8]
    /// The form's fields, or a JSON body's members.
    let form: Query
    let world: World

    var query: Query { Query(request) }
    var origin: String { request.origin }
    var url: String { request.origin + request.uri.path }

    /// Whether the body is what its content type says: a form, or JSON.
    var contentType: String { (request.headers[.contentType] ?? "").lowercased() }

    init(_ request: Request, world: World) async throws {
        self.request = request
        self.world = world
        body = try await request.bodyBytes()
        if (request.headers[.contentType] ?? "").lowercased().hasPrefix("application/json") {
            let members = JSONText(parsing: body)?.members ?? []
            form = Query(pairs: members.map { ($0.0, $0.1.string ?? $0.1.text) })
        } else {
            form = Query(String(decoding: body, as: UTF8.self))
        }
    }

    /// The client that the request names, whether it is that client or not.
    var namedClient: String? {
        form["client_id"] ?? BasicCredentials(request)?.form.id
            ?? [form["client_assertion"], form["assertion"], bearer]
            .compactMap { $0 }.lazy.compactMap { SignedToken($0)?["iss"]?.string }.first
    }

    /// The text of an `Authorization: Bearer` field.
    var bearer: String? {
        request.headers[.authorization].flatMap { $0.hasPrefix("Bearer ") ? String($0.dropFirst(7)) : nil }
    }

    /// Answers with what `handler` makes of the call, and notes the outcome.
    static func answer(
        _ request: Request, world: World, context: BasicRequestContext,
        _ handler: (TokenCall) async throws -> Response
    ) async throws -> Response {
        let call = try await TokenCall(request, world: world)
        let number = world.log.withLock { $0.begin(call.json) }
        let client = call.namedClient
        let response: Response
        var problem: String?
        do {
            response = try await handler(call)
        } catch let error as any HTTPResponseError {
            response = try error.response(from: request, context: context)
            problem = (error as? TokenError).map { "\($0.code): \($0.description)" } ?? "\(error)"
        }
        if response.status.code >= 400, let client {
            world.clients.withLock { $0.note(client) { $0.refused += 1 } }
        }
        let status = Int(response.status.code)
        world.log.withLock { [problem] in $0.end(number, status: status, client: client, error: problem) }
        return response
    }

    /// The request as `GET /admin/requests` shows it.
    private var json: JSONText {
        var members: [(String, JSONText)] = [
            ("method", .string(request.method.rawValue)),
            ("path", .string(request.uri.path)),
            ("query", request.uri.query.map { .string($0) } ?? .null),
            ("headers", .array(request.headers.map { .array([.string($0.name.rawName), .string($0.value)]) })),
            ("form", .array(form.pairs.map { .array([.string($0.name), .string($0.value)]) })),
        ]
        var tokens = ["client_assertion", "assertion", "subject_token"].map { ($0, form[$0]) }
        tokens.append(("dpop", request.headers[.named("DPoP")]))
        tokens.append(("authorization_jwt", bearer))
        for (name, text) in tokens {
            if let token = text.flatMap(SignedToken.init) {
                members.append((name, token.json))
            }
        }
        return .object(members)
    }
}
