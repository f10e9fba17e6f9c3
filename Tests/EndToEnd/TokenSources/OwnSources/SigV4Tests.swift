import Foundation
import Testing

/// Requests that libcurl signs; the signature itself is checked against moto.
@Suite(.timeLimit(.minutes(5)))
struct SigV4Tests {
    @Test(arguments: [false, true]) func theSignature(_ isTemporary: Bool) async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(
            SourceScene.job(
                """
                type: aws_sigv4
                access_key: ${env.ACCESS}
                secret_key: ${env.SECRET}
                session_token: ${env.SESSION}
                region: eu-central-1
                service: execute-api
                """, endpoint: "",
                calls: """
                      - {get: /echo, query: {b: 2, a: "x y"}, write: get.jsonl}
                      - {post: /echo, json: {n: 1}, write: post.jsonl}
                    """),
            environment: [
                "ACCESS": "AKIDEXAMPLE0123456789", "SECRET": "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
                "SESSION": isTemporary ? "the-session-token" : "",
            ])
        #expect(run.errors == "")
        #expect(run.exitCode == 0)
        for file in ["get.jsonl", "post.jsonl"] {
            let headers = try headers(file, scene)
            let authorization = try #require(headers["authorization"])
            #expect(authorization.hasPrefix("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE0123456789/"))
            #expect(authorization.contains("/eu-central-1/execute-api/aws4_request"))
            #expect(authorization.contains("Signature="))
            #expect(headers["x-amz-date"] != nil)
            #expect(headers["x-amz-security-token"] == (isTemporary ? "the-session-token" : nil))
            #expect(authorization.contains("x-amz-security-token") == isTemporary, "what is sent is signed")
        }
        #expect(try headers("get.jsonl", scene)["authorization"] != headers("post.jsonl", scene)["authorization"])
    }

    private func headers(_ file: String, _ scene: SourceScene) throws -> [String: String] {
        struct Echo: Decodable { var headers: [[String]] }
        let text = try #require(scene.folder.read(file))
        let headers = try JSONDecoder().decode(Echo.self, from: Data(text.utf8)).headers
        return Dictionary(headers.map { ($0[0].lowercased(), $0[1]) }, uniquingKeysWith: { $0 + ", " + $1 })
    }

    /// Each attempt is signed anew, and there is no token to show.
    @Test func retriesAndTheToken() async throws {
        let scene = try await SourceScene()
        let job = SourceScene.job(
            """
            type: aws_sigv4
            access_key: AKIDEXAMPLE0123456789
            secret_key: wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY
            region: eu-central-1
            service: execute-api
            """, endpoint: "", calls: "  - {get: \"/faults/flaky?key=a\", fields: {attempt: $.attempt}, write: stdout}")
        let run = try await scene.run(job)
        #expect(run.errors == "")
        #expect(run.output == "{\"attempt\":2}\n")
        let token = try await scene.run(job, ["token"])
        #expect(token.exitCode == 77)
        #expect(token.output == "")
    }
}
