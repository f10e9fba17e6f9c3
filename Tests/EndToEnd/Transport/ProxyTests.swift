import Foundation
import Testing

/// An HTTP proxy: `tinyproxy`, which names itself in `Via`, in front of the demo server.
///
/// The host that the jobs call has no address but what the proxy knows: requests to loopback never go through a proxy.
@Suite(.enabled(if: Tool.find("tinyproxy") != nil, "tinyproxy-bin is not installed"), .timeLimit(.minutes(5)))
struct ProxyTests {
    private func proxy(to server: DemoServer, in folder: TemporaryFolder) async throws -> ToolServer {
        try await ToolServer("tinyproxy", folder: folder.url) { port in
            try folder.write(
                "proxy.conf",
                """
                Port \(port)
                Listen 127.0.0.1
                Allow 127.0.0.1
                MaxClients 20
                upstream http 127.0.0.1:\(server.port)

                """)
            return ["-d", "-c", "proxy.conf"]
        }
    }

    /// A way of naming the proxy or not, and whether requests go through it.
    struct Case: Sendable, CustomTestStringConvertible {
        var job = ""
        var environment: [String: String] = [:]
        var isUsed: Bool

        var testDescription: String { "\(job) \(environment.sorted { $0.key < $1.key }.map { "\($0)=\($1)" })" }
    }

    static let cases = [
        Case(isUsed: false),
        Case(job: "proxy: PROXY", isUsed: true),
        Case(environment: ["http_proxy": "PROXY"], isUsed: true),
        Case(environment: ["http_proxy": "PROXY", "no_proxy": "localhost,api.errand.test"], isUsed: false),
        Case(environment: ["http_proxy": "PROXY", "no_proxy": "*"], isUsed: false),
        Case(environment: ["http_proxy": "PROXY", "no_proxy": "example.com"], isUsed: true),
        Case(environment: ["HTTP_PROXY": "PROXY"], isUsed: false),
        Case(environment: ["all_proxy": "PROXY"], isUsed: true),
        Case(job: "proxy: \"\"", environment: ["http_proxy": "PROXY"], isUsed: false),
        Case(job: "proxy: \"\"", environment: ["all_proxy": "PROXY"], isUsed: false),
    ]

    @Test(arguments: cases)
    func isUsed(_ choice: Case) async throws {
        let scene = try await Scene()
        let proxy = try await proxy(to: scene.server, in: scene.folder)
        let url = "http://127.0.0.1:\(proxy.port)"
        let setting = choice.job.replacingOccurrences(of: "PROXY", with: url)
        try scene.folder.write(
            "job.yaml",
            """
            auth:
              token_url: http://api.errand.test/oauth/token
              client_id: demo
              client_secret: ${env.DEMO_SECRET}
              \(setting)
            defaults:
              base_url: http://api.errand.test
              retry: false
              \(setting)
            options: {allow_http: true}
            calls: [{get: /customers/7, write: customer.json}, {get: /echo, write: echo.json}]
            """)
        let result = try await scene.run(environment: choice.environment.mapValues { $0 == "PROXY" ? url : $0 })
        if choice.isUsed {
            #expect(result.exitCode == 0)
            #expect(result.errors == "")
            #expect(try #require(scene.folder.read("echo.json")).contains("[\"Via\","))
        } else {
            #expect([69, 77].contains(result.exitCode))
            #expect(try await scene.server.stats().total_requests == 0)
        }
    }

    /// Tokens may go to loopback over plain http, so nothing may stand in between.
    @Test(arguments: ["http_proxy", "all_proxy"])
    func neverToLoopback(_ variable: String) async throws {
        let scene = try await Scene(job: JobText.demo + "calls: [{get: /customers/7}]")
        let port = try LoopbackSocket.freePort()
        let result = try await scene.run(environment: [variable: "http://127.0.0.1:\(port)"])
        #expect(result.exitCode == 0)
    }

    /// `https` goes through the proxy as a tunnel, so that the proxy sees nothing but the host.
    @Test func aTunnel() async throws {
        let gate = try Gate()
        let folder = try TemporaryFolder()
        try folder.write(
            "job.yaml",
            """
            auth: {type: bearer, token: a-token-that-is-secret}
            calls: [{get: "https://api.errand.test/path", proxy: "${env.GATE}", retry: false}]
            """)
        let program = try Program(
            Products.errand, ["run", "job.yaml"], environment: ["GATE": gate.url], folder: folder.url)
        try await gate.arrival()
        gate.open()
        let result = await program.result()
        #expect(result.exitCode == 69)
        let head = try #require(gate.heads.first)
        #expect(head.hasPrefix("CONNECT api.errand.test:443 HTTP/1.1\r\n"))
        #expect(!head.contains("a-token"))
    }

    @Test func aProxyThatIsNotThere() async throws {
        let folder = try TemporaryFolder()
        try folder.write("job.yaml", "calls: [{get: \"http://api.errand.test/echo\", retry: false}]")
        let port = try LoopbackSocket.freePort()
        let result = try await Program.errand(
            ["run", "job.yaml"], environment: ["http_proxy": "http://127.0.0.1:\(port)"], folder: folder.url)
        #expect(result.exitCode == 69)
        #expect(result.errors.contains("the proxy 127.0.0.1:\(port)"), "the proxy is named")
    }
}
