import Diagnostics
import HTTP
import JobFile
import Secrets
import Testing

@testable import Auth

@Suite("What a refusal is told apart by")
struct RefusalMarkTests {
    private func failure(_ answer: HTTPResponse, _ change: (inout Fixture) -> Void = { _ in }) async throws
        -> TokenFailure
    {
        var fixture = Fixture()
        change(&fixture)
        return try #require(await fixture.failure(answer))
    }

    @Test(
        "the client's own credentials are refused",
        arguments: [
            (401, "invalid_client", true), (400, "invalid_client", true), (200, "invalid_client", true),
            (400, "invalid_grant", false), (401, "unauthorized_client", true), (400, "unauthorized_client", false),
            (503, "invalid_client", false),
            (400, "invalid_scope", false),
        ])
    func invalidClient(status: Int, code: String, isInvalid: Bool) async throws {
        #expect(try await failure(Answers.refused(code, status: status)).isInvalidClient == isInvalid)
    }

    @Test(
        "a 401 or a 403 without a word is as good", arguments: [(401, true), (403, true), (404, false), (400, false)])
    func silent(status: Int, isInvalid: Bool) async throws {
        #expect(try await failure(Answers.answer(status, "")).isInvalidClient == isInvalid)
    }

    @Test("a refusal that is a web page is one all the same", arguments: [(401, true), (403, true)])
    func page(status: Int, isInvalid: Bool) async throws {
        let page = Answers.answer(status, "<html><title>No</title></html>", headers: [("Content-Type", "text/html")])
        let found = try await failure(page)
        #expect(found.kind == .refused)
        #expect(found.isInvalidClient == isInvalid)
    }

    @Test("how long a server that has had enough wants to be left alone")
    func retryAfter() async throws {
        let many = Answers.answer(429, "", headers: [("Retry-After", "20")])
        #expect(try await failure(many).retryAfter == .seconds(20))
        let long = try await failure(Answers.answer(429, "", headers: [("Retry-After", "3600")]))
        #expect(long.kind == .waitTooLong)
        #expect(long.retryAfter == .seconds(3600))
        let dated = Answers.answer(
            503, "",
            headers: [("Retry-After", "Fri, 15 Jan 2027 08:00:09 GMT"), ("Date", "Fri, 15 Jan 2027 08:00:00 GMT")])
        #expect(ServerDate.retryAfter(dated, at: 0) == .seconds(9))
        #expect(try await failure(Answers.refused("invalid_client")).retryAfter == nil)
    }

    @Test(
        "an empty 403 gets the hints of a wrong secret",
        arguments: [
            (ClientAuthenticationMethod.clientSecretBasic, "basic_encoding: raw"), (.clientSecretPost, "basic"),
        ])
    func empty403(method: ClientAuthenticationMethod, hint: String) async throws {
        let failure = try await failure(Answers.answer(403, "")) { $0.authenticate(method) }
        #expect(failure.diagnostic.notes.joined().contains(hint))
        #expect(failure.diagnostic.label == "sent as \(method.rawValue)")
    }

    @Test(
        "what Entra's codes mean",
        arguments: [
            ("AADSTS7000215: Invalid client secret provided.", "not its ID"),
            ("AADSTS7000222: The provided client secret keys are expired.", "has expired"),
            ("AADSTS700016: Application was not found", "client_id"),
            ("AADSTS70011: The provided value for scope is not valid", "/.default"),
            ("AADSTS90002: Tenant not found", "tenant"),
        ])
    func entra(description: String, hint: String) async throws {
        let answer = Answers.answer(401, #"{"error": "invalid_client", "error_description": "\#(description)"}"#)
        #expect(try await failure(answer).diagnostic.notes.joined(separator: "\n").contains(hint))
    }

    @Test("a refresh token that is of no use any more")
    func refreshToken() async throws {
        let failure = try await failure(Answers.refused("invalid_grant")) {
            $0.oauth.grant = .refreshToken(.value($0.located(Secret("xyz-12345"))))
        }
        let notes = failure.diagnostic.notes.joined(separator: "\n")
        #expect(notes.contains("was used already, was revoked, has expired"))
        #expect(notes.contains("refresh_token_file"))
    }

    @Test("a password, and a token that was handed in")
    func otherGrants() async throws {
        let password = try await failure(Answers.refused("invalid_grant")) {
            $0.oauth.grant = .password(username: "ann", password: $0.located(Secret("xyz-12345")))
        }
        #expect(password.diagnostic.notes.joined().contains("the name or the password is wrong"))
        let exchange = try await failure(Answers.refused("invalid_grant")) {
            $0.oauth.grant = .tokenExchange(
                TokenExchange(subject: .init(origin: .value(Secret("xyz-12345")), type: "urn:t:jwt")))
        }
        #expect(exchange.diagnostic.notes.joined().contains("subject_token_type: urn:t:jwt"))
    }

    @Test("another spelling of invalid_scope")
    func scope() async throws {
        #expect(
            try await failure(Answers.refused("scope_invalid")).diagnostic.notes.joined().contains("no scope was asked")
        )
    }

    @Test("tls_client_auth: the certificate")
    func certificate() async throws {
        let refused = Answers.refused("invalid_client", status: 401)
        let none = try await failure(refused) { $0.authenticate(.tlsClientAuth) }
        #expect(none.diagnostic.notes.joined().contains("no certificate was shown"))
        let other = try await failure(refused) {
            $0.authenticate(.tlsClientAuth)
            $0.oauth.transport.tls = TLSSettings(certificate: "/c", key: "/k")
        }
        #expect(other.diagnostic.notes.joined().contains("registered for this client"))
    }
}
