import Foundation
import Testing

/// The methods without an assertion, each with the grants that use it.
@Suite(.timeLimit(.minutes(5)))
struct ClientMethodTests {
    /// A client, its keys in a job, and what arrives of them.
    struct Method: Sendable, CustomTestStringConvertible {
        var keys: String
        var header: String?
        var fields: [String] = []

        var testDescription: String { keys.replacingOccurrences(of: "\n", with: ", ") }
    }

    @Test(arguments: [
        Method(keys: "client_id: demo\nclient_secret: demo-secret", fields: ["client_id", "client_secret"]),
        Method(keys: "client_id: public\nclient_auth: none", fields: ["client_id"]),
        Method(
            keys: "client_id: basic form\nclient_secret: \"s+cr%t:with&odd= chars\"\nclient_auth: client_secret_basic",
            header: "Basic YmFzaWMrZm9ybTpzJTJCY3IlMjV0JTNBd2l0aCUyNm9kZCUzRCtjaGFycw=="),
        Method(
            keys: "client_id: basic raw\nclient_secret: \"s+cr%t:with&odd= chars\"\nclient_auth: client_secret_basic\n"
                + "basic_encoding: raw",
            header: "Basic YmFzaWMgcmF3OnMrY3IldDp3aXRoJm9kZD0gY2hhcnM="),
    ])
    func methods(_ method: Method) async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(SourceScene.job(method.keys))
        #expect(run.errors == "")
        #expect(run.output == SourceScene.output)
        let request = try #require(try scene.requests.first)
        #expect(request.header("Authorization") == method.header)
        #expect(request.form.compactMap(\.first).filter { $0.hasPrefix("client_") } == method.fields)
        #expect(request.header("Accept") == "application/json")
        #expect(request["grant_type"] == "client_credentials")
    }

    /// A certificate at the connection, and in the form just the id.
    @Test func aCertificate() async throws {
        let key = try await TestKey.of(.p256)
        let scene = try await SourceScene()
        try scene.server.register("tls", ["authentication": "tls"])
        try scene.folder.write("client.pem", key.certificatePEM)
        try scene.folder.write("client.key", key.privatePEM)
        let run = try await scene.run(
            SourceScene.job(
                "client_id: tls\nclient_auth: tls_client_auth\ntls: {cert: client.pem, key: client.key}"))
        #expect(run.errors == "")
        #expect(run.output == SourceScene.output)
        let request = try #require(try scene.requests.first)
        #expect(request.form.compactMap(\.first).filter { $0.hasPrefix("client_") } == ["client_id"])
    }

    /// Everything else that a token request may have.
    @Test func theRequest() async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(
            SourceScene.job(
                """
                client_id: demo
                client_secret: demo-secret
                scope: [read:data, write:data]
                audience: [https://api.example.com/a, https://api.example.com/b]
                resource: [https://api.example.com/one, https://api.example.com/two]
                params: {tenant: acme & sons}
                headers: {X-Tenant: acme}
                """))
        #expect(run.errors == "")
        #expect(run.output == SourceScene.output)
        let request = try #require(try scene.requests.first)
        #expect(request["scope"] == "read:data write:data")
        #expect(request.values(of: "audience") == ["https://api.example.com/a", "https://api.example.com/b"])
        #expect(request.values(of: "resource") == ["https://api.example.com/one", "https://api.example.com/two"])
        #expect(request["tenant"] == "acme & sons")
        #expect(request.header("X-Tenant") == "acme")
    }

    /// Each way in which a server says that a secret is wrong.
    @Test(arguments: ["json401", "json400", "empty403", "html"])
    func refusals(_ style: String) async throws {
        let scene = try await SourceScene()
        try scene.server.register("strict", ["secret": "the-right-secret", "error_style": .string(style)])
        let run = try await scene.run(
            SourceScene.job("client_id: strict\nclient_secret: the+wrong+secret\nclient_auth: client_secret_basic"))
        #expect(run.exitCode == 77)
        #expect(run.output == "")
        #expect(run.errors.contains("client_secret_basic"), "the method that was used")
        if style != "html" { #expect(run.errors.contains("basic_encoding: raw"), "what to try") }
        #expect(!run.errors.contains("the+wrong+secret"))
        #expect(try scene.requests.count == 1, "no trial and error")
        #expect(try await scene.server.stats().requests["GET /items/{id}"] == nil)
    }
}
