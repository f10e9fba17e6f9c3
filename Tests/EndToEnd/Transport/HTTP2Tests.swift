import Foundation
import Testing

/// HTTP/2 over TLS, against `nghttpd`.
@Suite(
    .enabled(if: Certificates.isPossible && Tool.find("nghttpd") != nil, "openssl or nghttp2-server is not installed"),
    .timeLimit(.minutes(5)))
struct HTTP2Tests {
    private func server(_ certificates: Certificates) async throws -> ToolServer {
        try await ToolServer("nghttpd", folder: certificates.folder.url) { port in
            ["--address=127.0.0.1", "--htdocs=.", String(port), "server.key", "server.pem"]
        }
    }

    @Test(arguments: ["auto", "'2'"])
    func isUsed(version: String) async throws {
        let certificates = try await Certificates()
        let server = try await server(certificates)
        try certificates.folder.write(
            "job.yaml",
            """
            defaults: {base_url: "https://127.0.0.1:\(server.port)", tls: {ca: ca.pem}, http_version: \(version)}
            calls: [{get: /data.json}]
            """)
        let run = try await Program.errand(["run", "job.yaml"], folder: certificates.folder.url)
        #expect(run.exitCode == 0)
        #expect(run.output == "{\"ok\":true}\n")
        let call = try await Program.errand(
            ["call", "/data.json", "--job", "job.yaml", "-i"], folder: certificates.folder.url)
        #expect(call.exitCode == 0)
        #expect(call.output.hasPrefix("HTTP/2 200\n"))
        #expect(call.output.hasSuffix("\n\n{\"ok\":true}"))
    }

    /// Many requests at the same time share a connection.
    @Test func manyAtTheSameTime() async throws {
        let certificates = try await Certificates()
        let server = try await server(certificates)
        try certificates.folder.write(
            "job.yaml",
            """
            defaults: {base_url: "https://127.0.0.1:\(server.port)", tls: {ca: ca.pem}}
            calls:
              - for_each: {in: [\((1...100).map(String.init).joined(separator: ", "))], concurrency: 16}
                get: /data.json
                fields: {number: "${item}", ok: $.ok}
            """)
        let run = try await Program.errand(["run", "job.yaml"], folder: certificates.folder.url)
        #expect(run.exitCode == 0)
        #expect(run.output == (1...100).map { "{\"number\":\($0),\"ok\":true}\n" }.joined())
    }

    @Test func aMissingPage() async throws {
        let certificates = try await Certificates()
        let server = try await server(certificates)
        try certificates.folder.write(
            "job.yaml", "defaults: {tls: {ca: ca.pem}}\ncalls: [{get: \"https://127.0.0.1:\(server.port)/x\"}]")
        let run = try await Program.errand(["run", "job.yaml"], folder: certificates.folder.url)
        #expect(run.exitCode == 1)
        #expect(run.errors.contains("404 Not Found"))
    }
}
