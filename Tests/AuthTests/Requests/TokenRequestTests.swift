import HTTP
import Foundation
import JobFile
import Secrets
import Testing

@testable import Auth

@Suite("The token request")
struct TokenRequestTests {
    private static let encodedSecret = "s3cret%2Bof+the%2Fclient"

    private func body(_ fixture: Fixture) async throws -> String {
        guard case .bytes(let bytes, true) = try await fixture.request().body else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("is a form that asks for JSON")
    func form() async throws {
        let request = try await Fixture().request()
        #expect(request.method == "POST")
        #expect(request.url == Fixture.tokenURL)
        #expect(request.headers.all("Content-Type") == ["application/x-www-form-urlencoded"])
        #expect(request.headers.all("Accept") == ["application/json"])
        #expect(request.isIdempotent)
    }

    @Test("client_secret_post: id and secret in the form only")
    func post() async throws {
        #expect(
            try await body(Fixture())
                == "grant_type=client_credentials&client_id=the+client&client_secret=\(Self.encodedSecret)")
        #expect(try await !Fixture().request().headers.contains("Authorization"))
    }

    @Test(
        "client_secret_basic: id and secret in the header only, encoded or raw",
        arguments: [
            (OAuthClient.BasicEncoding.form, "the+client:\(encodedSecret)"),
            (.raw, "the client:\(Fixture.secret)"),
        ])
    func basic(encoding: OAuthClient.BasicEncoding, pair: String) async throws {
        var fixture = Fixture()
        fixture.authenticate(.clientSecretBasic, encoding)
        #expect(try await body(fixture) == "grant_type=client_credentials")
        let headers = try await fixture.request().headers
        #expect(headers.all("Authorization") == ["Basic \(Data(pair.utf8).base64EncodedString())"])
        #expect(headers.filter { $0.name == "Authorization" }.allSatisfy { $0.isSecret })
    }

    @Test("none: only the id")
    func none() async throws {
        #expect(try await body(Fixture(secret: nil)) == "grant_type=client_credentials&client_id=the+client")
    }

    @Test("scope, audience, resources and further fields, in that order")
    func fields() async throws {
        var fixture = Fixture(secret: nil)
        fixture.oauth.scope = ["read:a", "write:b"]
        fixture.oauth.audiences = ["https://api.example.com/", "b"]
        fixture.oauth.resources = ["urn:a", "urn:b"]
        fixture.oauth.parameters = [.init(name: "account_id", value: SensitiveText("7&8"))]
        #expect(
            try await body(fixture)
                == "grant_type=client_credentials&client_id=the+client&scope=read%3Aa+write%3Ab"
                + "&audience=https%3A%2F%2Fapi.example.com%2F&audience=b&resource=urn%3Aa&resource=urn%3Ab&account_id=7%268"
        )
    }

    @Test("a parameter replaces the grant type, and never adds a second id or secret")
    func parameters() async throws {
        var fixture = Fixture(secret: nil)
        fixture.oauth.parameters = [
            .init(name: "grant_type", value: SensitiveText("account_credentials")),
            .init(name: "client_id", value: SensitiveText("another")),
            .init(name: "client_secret", value: SensitiveText("another")),
        ]
        #expect(try await body(fixture) == "grant_type=account_credentials&client_id=the+client")
    }

    @Test("headers of the job come along; they replace Accept, not what makes the request one")
    func headers() async throws {
        var fixture = Fixture()
        fixture.authenticate(.clientSecretBasic)
        fixture.oauth.headers = [
            .init(name: "X-Tenant", value: SensitiveText("acme")),
            .init(name: "accept", value: SensitiveText("application/vnd.token+json")),
            .init(name: "content-type", value: SensitiveText("text/plain")),
            .init(name: "authorization", value: SensitiveText("Bearer x")),
        ]
        let headers = try await fixture.request().headers
        #expect(headers.all("X-Tenant") == ["acme"])
        #expect(headers.all("Accept") == ["application/vnd.token+json"])
        #expect(headers.all("Content-Type") == ["application/x-www-form-urlencoded"])
        #expect(headers.all("Authorization").map { $0.hasPrefix("Basic ") } == [true])
    }

    @Test("the secret, the Basic value and secret fields are known to be secret")
    func secrets() async throws {
        var fixture = Fixture()
        fixture.authenticate(.clientSecretBasic, .raw)
        fixture.oauth.parameters = [.init(name: "pin", value: SensitiveText("12345678", isSecret: true))]
        _ = try await fixture.request()
        let text = "\(Fixture.secret) \(BasicCredentials.encode("the client", Fixture.secret)) 12345678"
        #expect(fixture.redactor.redact(text) == "*** *** ***")
    }
}
