import HTTP
import JSON
import Secrets

/// A credential that is at hand and stays as it is.
struct FixedSource: CredentialSource {
    private let fixed: Credential

    init(_ credential: Credential, redactor: Redactor) {
        redactor.register(credential.token.value)
        fixed = credential
    }

    func credential() async throws(TokenFailure) -> Credential { fixed }

    func members() async throws(TokenFailure) -> JSONValue { fixed.token.members }

    func isRefused(by response: HTTPResponse) -> Bool {
        response.status == 401 && !BearerChallenge.lacksScope(response)
    }

    func renew(
        after response: HTTPResponse, of request: HTTPRequest, isForced: Bool
    ) async throws(TokenFailure) -> Bool { false }
}
