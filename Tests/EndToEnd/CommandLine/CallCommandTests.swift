import Foundation
import Testing

/// `errand call` with its flags.
@Suite(.timeLimit(.minutes(5)))
struct CallCommandTests {
    /// What `/echo` answers.
    struct Echo: Decodable {
        var method: String
        var path: String
        var query: String?
        var headers: [[String]]
        var body: String

        func values(of name: String) -> [String] {
            headers.filter { $0[0].lowercased() == name.lowercased() }.map { $0[1] }
        }
    }

    private func echo(_ result: Program.Result) throws -> Echo {
        #expect(result.exitCode == 0)
        #expect(result.errors == "")
        return try JSONDecoder().decode(Echo.self, from: Data(result.output.utf8))
    }

    @Test func methods() async throws {
        let scene = try await Scene()
        let url = scene.server.url + "/echo"
        #expect(try echo(await scene.run(["call", url])).method == "GET")
        #expect(try echo(await scene.run(["call", url, "-d", "x"])).method == "POST")
        for method in ["PUT", "delete", "Patch", "OPTIONS"] {
            #expect(try echo(await scene.run(["call", method, url])).method == method.uppercased())
        }
        let head = try await scene.run(["call", "HEAD", url, "-i"])
        #expect(head.exitCode == 0)
        #expect(head.output.hasPrefix("HTTP/1.1 200\n"))
    }

    @Test func headersAndBodies() async throws {
        let scene = try await Scene()
        let url = scene.server.url + "/echo?a=1&b=%20"
        let data = try echo(
            await scene.run([
                "call", url, "-d", "as ${it} is\n", "-H", "X-One: 1", "--header", "X-One:2", "-H", "x-one: 3", "-H",
                "X-Empty:",
                "-H", "Accept: text/plain",
            ]))
        #expect(data.body == "as ${it} is\n")
        #expect(data.query == "a=1&b=%20")
        #expect(data.values(of: "X-One") == ["1", "2", "3"])
        #expect(data.values(of: "Accept") == ["text/plain"])
        let json = try echo(await scene.run(["call", url, "--json", "{\"number\": 1.10, \"text\": \"${x}\"}"]))
        #expect(json.body == "{\"number\": 1.10, \"text\": \"${x}\"}")
        #expect(json.values(of: "Content-Type") == ["application/json"])
        let typed = try echo(await scene.run(["call", url, "--json", "[]", "-H", "content-type: application/x+json"]))
        #expect(typed.values(of: "Content-Type") == ["application/x+json"])
    }

    @Test func queryOfTheAnswer() async throws {
        let scene = try await Scene()
        let result = try await scene.run(
            ["call", scene.server.url + "/faults/json/numbers", "--query", "$.data[0]['id', 'price', 'big']"])
        #expect(result.exitCode == 0)
        #expect(result.output == "12345678901234567890\n1.10\n1e400\n")
        let html = try await scene.run(["call", scene.server.url + "/faults/json/html", "--query", "$"])
        #expect(html.exitCode == 65)
    }

    @Test func headOfTheAnswer() async throws {
        let scene = try await Scene()
        let result = try await scene.run(["call", scene.server.url + "/faults/status/418", "--include"])
        #expect(result.exitCode == 1)
        #expect(result.output.hasPrefix("HTTP/1.1 418\n"))
        #expect(result.output.contains("\nContent-Type: application/json\n"))
        #expect(
            result.output.hasSuffix(
                "\n\n{\"error\":{\"code\":\"E418\",\"message\":\"status 418, as asked\"},\"status\":418}"))
    }

    /// The body of an error is what one wants to see.
    @Test(arguments: [404, 500, 403])
    func theBodyOfAnError(_ status: Int) async throws {
        let scene = try await Scene(job: "defaults: {retry: false, base_url: \"${env.DEMO_API}\"}\ncalls: [{get: /}]")
        let result = try await scene.run(["call", "/faults/status/\(status)", "--job", "job.yaml"])
        #expect(result.exitCode == 1)
        #expect(result.output.contains("\"status\":\(status)"))
        #expect(result.errors.contains("answered \(status)"))
        #expect(result.errors.split(separator: "\n").count == 1)
    }

    @Test func aFile() async throws {
        let scene = try await Scene(job: JobText.demo + "calls: [{get: /}]")
        let good = try await scene.run(
            ["call", "/downloads/x?bytes=100000", "--job", "job.yaml", "-o", "folder/body.bin"])
        #expect(good.exitCode == 0)
        #expect(good.output == "")
        #expect(scene.folder.read("folder/body.bin")?.utf8.count == 100_000)
        // A failure leaves what is there.
        let failed = try await scene.run(["call", "/faults/status/404", "--job", "job.yaml", "-o", "folder/body.bin"])
        #expect(failed.exitCode == 1)
        #expect(scene.folder.read("folder/body.bin")?.utf8.count == 100_000)
        #expect(scene.folder.files() == ["folder/body.bin", "job.yaml"])
    }

    /// With a job: its token, its `base_url`, its headers, its sources by name.
    @Test func theDefaultsOfAJob() async throws {
        let scene = try await Scene(
            job: """
                auth:
                  - {name: demo, token_url: "${env.DEMO_API}/oauth/token", client_id: demo, client_secret: "${env.DEMO_SECRET}"}
                  - {name: key, type: api_key, header: X-Api-Key, value: a-key-of-mine}
                defaults: {base_url: "${env.DEMO_API}", headers: {X-Client: mine}}
                calls: [{get: /}]
                """)
        let first = try echo(await scene.run(["call", "/echo", "--job", "job.yaml"]))
        #expect(first.values(of: "Authorization").first?.hasPrefix("Bearer dt/") == true)
        #expect(first.values(of: "X-Client") == ["mine"])
        let key = try echo(await scene.run(["call", "/echo", "--job", "job.yaml", "--source", "key"]))
        #expect(key.values(of: "X-Api-Key") == ["a-key-of-mine"])
        #expect(key.values(of: "Authorization") == [])
        let none = try echo(await scene.run(["call", "/echo", "--job", "job.yaml", "--source", "none"]))
        #expect(none.values(of: "Authorization") == [])
        #expect(try await scene.run(["call", "/echo", "--job", "job.yaml", "--source", "nobody"]).exitCode == 78)
    }

    /// The token by flags.
    @Test func theTokenByFlags() async throws {
        let scene = try await Scene()
        let flags = ["--token-url", scene.server.url + "/oauth/token", "--client-id", "demo"]
        let variable = try await scene.run(
            ["call", scene.server.url + "/customers/7"] + flags + ["--client-secret-env", "DEMO_SECRET"])
        #expect(variable.exitCode == 0)
        #expect(variable.output.contains("\"id\":7"))
        let stdin = try await scene.run(["call", scene.server.url + "/customers/7"] + flags, input: "demo-secret\n")
        #expect(stdin.exitCode == 0)
        let wrong = try await scene.run(["call", scene.server.url + "/customers/7"] + flags, input: "not-the-secret\n")
        #expect(wrong.exitCode == 77)
        #expect(wrong.output == "")
        #expect(!wrong.errors.contains("not-the-secret"))
    }

    @Test func traceMasks() async throws {
        let scene = try await Scene(job: JobText.demo + "calls: [{get: /}]")
        let result = try await scene.run(["call", "/customers/7", "--job", "job.yaml", "--trace"])
        #expect(result.exitCode == 0)
        #expect(result.errors.contains("> Authorization: ***"))
        #expect(result.errors.contains("> POST \(scene.server.url)/oauth/token"))
        #expect(!result.errors.contains("demo-secret"))
        #expect(!result.errors.contains("dt/"))
    }

    @Test func nothingThere() async throws {
        let port = try LoopbackSocket.freePort()
        let folder = try TemporaryFolder()
        try folder.write("job.yaml", "defaults: {retry: false}\ncalls: [{get: \"http://127.0.0.1/\"}]")
        let result = try await Program.errand(
            ["call", "http://127.0.0.1:\(port)/", "--job", "job.yaml"], folder: folder.url)
        #expect(result.exitCode == 69)
        #expect(result.output == "")
        #expect(result.errors.contains("refuses connections"))
    }
}
