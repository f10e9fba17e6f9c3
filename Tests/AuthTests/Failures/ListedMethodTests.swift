import HTTP
import JSON
import JWT
import JobFile
import Secrets
import Testing

@testable import Auth

@Suite("Which other client authentication a refusal names, by the server's list")
struct ListedMethodTests {
    struct Case: Sendable {
        var tried: ClientAuthenticationMethod
        var listed: [String]?
        /// The beginning of the one hint that says what to try.
        var hint: String
    }

    private static let cases = [
        Case(
            tried: .clientSecretPost, listed: nil,
            hint: "if id and secret are right, try client_auth: client_secret_basic"),
        Case(
            tried: .clientSecretPost, listed: ["private_key_jwt"],
            hint: "the server does not list what was tried, but private_key_jwt: try client_auth: private_key_jwt, with"
        ),
        Case(
            tried: .clientSecretBasic, listed: ["client_secret_basic", "tls_client_auth"],
            hint: "the server also lists tls_client_auth: try client_auth: tls_client_auth, with tls:"),
        Case(
            tried: .clientSecretPost, listed: ["private_key_jwt", "client_secret_jwt"],
            hint: "the server does not list what was tried, but client_secret_jwt: try client_auth: client_secret_jwt"),
        Case(
            tried: .clientSecretPost, listed: ["client_secret_post"],
            hint: "the server lists no other way: is the id right, and the secret?"),
        Case(
            tried: .clientSecretPost, listed: ["client_secret_basic", "private_key_jwt"],
            hint: "if id and secret are right, try client_auth: client_secret_basic"),
        Case(
            tried: .none, listed: ["private_key_jwt", "none"],
            hint: "the server also lists private_key_jwt: try client_auth: private_key_jwt, with"),
        Case(
            tried: .none, listed: ["client_secret_post"],
            hint: "if the client has a secret: client_secret: …, client_auth: client_secret_post"),
    ]

    @Test(arguments: cases) func hint(_ test: Case) throws {
        var fixture = Fixture(secret: test.tried == .none ? nil : Fixture.secret)
        fixture.authenticate(test.tried)
        let issuer = "https://as.example"
        var server = TokenServer(fixture.oauth, tokenURL: Fixture.tokenURL)
        if let listed = test.listed {
            let names = listed.map { "\"\($0)\"" }.joined(separator: ", ")
            let document = try JSONDocument(
                Array(
                    """
                    {"issuer": "\(issuer)", "token_endpoint": "\(issuer)/t",
                     "token_endpoint_auth_methods_supported": [\(names)]}
                    """.utf8))
            server = TokenServer(
                fixture.oauth, try ServerMetadata(document.root, of: issuer), issuer: issuer, method: test.tried)
        }
        let sent = SentRequest(
            oauth: fixture.oauth, server: server, signed: .init(), proofAlgorithm: nil, time: 0, skew: nil)
        var error = ServerError()
        error.code = "invalid_client"
        let hints = RefusalAdvice(error, Answers.refused("invalid_client", status: 401), to: sent).hints
        #expect(hints.count { $0.contains("try client_auth") || $0.contains("lists no other") } <= 1)
        #expect(hints.contains { $0.hasPrefix(test.hint) }, "\(hints)")
    }
}
