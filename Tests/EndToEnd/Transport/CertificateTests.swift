import Foundation
import Testing

/// TLS with a private authority and client certificates, against `openssl s_server`.
@Suite(.enabled(if: Certificates.isPossible, "openssl is not installed"), .timeLimit(.minutes(5)))
struct CertificateTests {
    /// A server that serves the files of the certificates' folder.
    private func server(_ certificates: Certificates, wantsClient: Bool) async throws -> ToolServer {
        try await ToolServer("openssl", folder: certificates.folder.url) { port in
            ["s_server", "-accept", "127.0.0.1:\(port)", "-cert", "server.pem", "-key", "server.key", "-WWW"]
                + (wantsClient ? ["-CAfile", "ca.pem", "-Verify", "1", "-verify_return_error"] : [])
        }
    }

    private func run(
        _ tls: String, against server: ToolServer, _ certificates: Certificates, host: String = "127.0.0.1"
    ) async throws -> Program.Result {
        try certificates.folder.write(
            "job.yaml",
            """
            defaults: {tls: \(tls), retry: false}
            calls: [{get: "https://\(host):\(server.port)/data.json"}]
            """)
        return try await Program.errand(["run", "job.yaml"], folder: certificates.folder.url)
    }

    @Test(arguments: ["127.0.0.1", "localhost"])
    func aPrivateAuthority(host: String) async throws {
        let certificates = try await Certificates()
        let server = try await server(certificates, wantsClient: false)
        let result = try await run("{ca: ca.pem}", against: server, certificates, host: host)
        #expect(result.exitCode == 0)
        #expect(result.output == "{\"ok\":true}\n")
        #expect(result.errors == "")
    }

    @Test(arguments: ["{}", "{ca: stranger.pem}"])
    func anAuthorityThatIsNotKnown(tls: String) async throws {
        let certificates = try await Certificates()
        let server = try await server(certificates, wantsClient: false)
        let result = try await run(tls, against: server, certificates)
        #expect(result.exitCode == 69)
        #expect(result.output == "")
        #expect(result.errors.contains("certificate"))
        #expect(result.errors.contains("tls: {ca:"), "what to do")
    }

    @Test(arguments: ["{ca: ca.pem, cert: client.pem, key: client.key}", "{ca: ca.pem, cert: both.pem}"])
    func aClientCertificate(tls: String) async throws {
        let certificates = try await Certificates()
        let server = try await server(certificates, wantsClient: true)
        let result = try await run(tls, against: server, certificates)
        #expect(result.exitCode == 0)
        #expect(result.output == "{\"ok\":true}\n")
        #expect(result.errors == "")
    }

    @Test(arguments: ["{ca: ca.pem}", "{ca: ca.pem, cert: stranger.pem, key: stranger.key}"])
    func aClientCertificateThatIsMissingOrRefused(tls: String) async throws {
        let certificates = try await Certificates()
        let server = try await server(certificates, wantsClient: true)
        let result = try await run(tls, against: server, certificates)
        #expect(result.exitCode == 69)
        #expect(result.output == "")
        #expect(result.errors.contains("the server does not accept the client's certificate"))
    }

    @Test(arguments: [
        "{ca: nothing.pem}", "{ca: ca.pem, cert: nothing.pem, key: client.key}",
        "{ca: ca.pem, cert: client.pem, key: nothing.key}", "{ca: ca.pem, cert: client.pem, key: ca.key}",
        "{ca: data.json}",
    ])
    func filesThatAreMissingOrWrong(tls: String) async throws {
        let certificates = try await Certificates()
        let server = try await server(certificates, wantsClient: true)
        let result = try await run(tls, against: server, certificates)
        #expect([1, 69, 78].contains(result.exitCode))
        #expect(result.errors.contains("error["))
        let names = tls.split { "{}:, ".contains($0) }.filter { $0.contains(".") }
        #expect(names.contains { result.errors.contains($0) }, "the file is named")
    }

    /// A server that speaks no TLS.
    @Test func notTLS() async throws {
        let scene = try await Scene()
        let result = try await scene.run(["call", "https://127.0.0.1:\(scene.server.port)/echo"])
        #expect(result.exitCode == 69)
        #expect(result.errors.contains("error["))
    }
}
