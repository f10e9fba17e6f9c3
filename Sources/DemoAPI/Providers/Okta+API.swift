import HTTPTypes
import Hummingbird

extension Okta {
    /// Lets a request with a token through: bound ones with a proof (no nonce), others as bearers.
    func checkToken(_ request: Request) async throws {
        guard let header = request.headers[.authorization], header.hasPrefix("DPoP ") else {
            guard desk.bearerGrant(request) != nil else { throw Self.refusal }
            return
        }
        let token = String(header.dropFirst(5))
        guard let bound = desk.grant(of: token)?.thumbprint else { throw Self.refusal }
        do {
            let thumbprint = try await ProofCheck(world: desk.world, request: request, accessToken: token).thumbprint()
            guard thumbprint == bound else { throw ProofCheck.Problem("the token is bound to another key") }
        } catch let problem as ProofCheck.Problem {
            let challenge =
                "DPoP authorization_uri=\"\(desk.url("/oauth2/v1/authorize", request))\", realm=\"\(desk.url("", request))\", "
                + "error=\"invalid_dpop_proof\", error_description=\"\(problem.message)\", resource=\"\(request.uri.path)\""
            throw ProviderError(
                .badRequest, "invalid_dpop_proof", problem.message,
                headers: HTTPFields(named: ["WWW-Authenticate": challenge]))
        }
    }

    private static var refusal: ProviderError {
        ProviderError(
            .unauthorized,
            [
                "errorCode": "E0000011", "errorSummary": "Invalid token provided", "errorLink": "E0000011",
                "errorId": "oaeDemo0000000000001", "errorCauses": [],
            ])
    }

    /// Users, pages by `Link`.
    func users(_ request: Request) throws -> Response {
        let query = Query(request)
        let size = try query.int("limit", default: 200)
        let page = ProviderRecords(start: try query.int("after", default: 0), size: size)
        var headers = HTTPFields()
        let here = request.origin + request.uri.path
        headers.append(HTTPField(name: .named("Link"), value: "<\(here)?limit=\(size)>; rel=\"self\""))
        if let next = page.next {
            headers.append(
                HTTPField(name: .named("Link"), value: "<\(here)?after=\(next)&limit=\(size)>; rel=\"next\""))
        }
        let users = page.list {
            [
                "id": "00u\($0.number)", "status": "ACTIVE", "created": "\($0.date)",
                "profile": ["firstName": "\($0.name)", "login": "\($0.email)", "email": "\($0.email)"],
            ]
        }
        return .json(users, headers: headers)
    }
}
