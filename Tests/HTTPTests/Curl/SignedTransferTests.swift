import Foundation
import HTTP
import Secrets
import Testing

/// Requests that libcurl signs, as they arrive.
struct SignedTransferTests {
    private let server: LoopbackServer
    private let transport = CurlTransport(userAgent: "errand/test")

    init() throws {
        server = try LoopbackServer()
    }

    private func send(
        _ method: String, _ path: String, service: String = "execute-api", token: Secret? = nil,
        body: HTTPBody = .none, headers: KeyValuePairs<String, String> = [:]
    ) async throws -> LoopbackServer.Request {
        var request = HTTPRequest(method: method, url: server.url + path, body: body, isIdempotent: false)
        for (name, value) in headers { request.headers.add(name, value) }
        request.awsSignature = AWSSignature(
            accessKey: Secret("AK:ID"), secretKey: Secret("hunter2"), sessionToken: token, region: "eu-central-1",
            service: service)
        _ = try await transport.send(request, to: .memory(limit: 1000))
        await transport.shutDown()
        return try #require(server.requests.last)
    }

    /// What the signature says about itself.
    private func authorization(
        _ request: LoopbackServer.Request
    ) throws -> (credential: String, headers: String, date: String) {
        let values = request.values("Authorization")
        try #require(values.count == 1)
        let date = try #require(request.values("X-Amz-Date").first)
        let pattern = /AWS4-HMAC-SHA256 Credential=([^,]+), SignedHeaders=([^,]+), Signature=[0-9a-f]{64}/
        let match = try #require(try pattern.wholeMatch(in: values[0]))
        #expect(!request.head.joined().contains("hunter2"))
        return (String(match.1), String(match.2), date)
    }

    @Test func aRequestIsSigned() async throws {
        let request = try await send("GET", "a?b=2&a=1")
        let (credential, headers, date) = try authorization(request)
        #expect(credential == "AK:ID/\(date.prefix(8))/eu-central-1/execute-api/aws4_request")
        #expect(headers == "host;x-amz-date")
        #expect(try /[0-9]{8}T[0-9]{6}Z/.wholeMatch(in: date) != nil)
        #expect(request.head[0] == "GET /a?a=1&b=2 HTTP/1.1")
        #expect(request.values("User-Agent") == ["errand/test"])
        #expect(request.values("Expect") == [])
        #expect(request.values("Content-Type") == [])
    }

    @Test func theTokenIsSigned() async throws {
        let request = try await send("GET", "", token: Secret("t/o+k=="))
        #expect(request.values("x-amz-security-token") == ["t/o+k=="])
        #expect(try authorization(request).headers == "host;x-amz-date;x-amz-security-token")
    }

    @Test func theBodyIsSignedWithItsType() async throws {
        let request = try await send(
            "POST", "", body: .bytes(Array("{}".utf8), isSecret: false),
            headers: ["Content-Type": "application/json", "X-Dup": "1", "x-dup": "a   b"])
        #expect(request.body == "{}")
        #expect(request.values("Content-Type") == ["application/json"])
        #expect(request.values("X-Dup") == ["1,a b"])
        #expect(try authorization(request).headers == "content-type;host;x-amz-date;x-dup")
    }

    @Test func aBodyWithoutATypeIsNoForm() async throws {
        let request = try await send("POST", "", body: .bytes(Array("x".utf8), isSecret: false))
        #expect(request.values("Content-Type") == ["application/octet-stream"])
    }

    @Test(arguments: [HTTPBody.none, .bytes([], isSecret: false)])
    func anEmptyBodyIsSent(body: HTTPBody) async throws {
        let request = try await send("POST", "", body: body)
        #expect(request.head[0] == "POST / HTTP/1.1")
        #expect(request.values("Content-Length") == ["0"])
        #expect(request.values("Content-Type") == [])
    }

    @Test func thePathThatIsSentIsTheOneThatWasGiven() async throws {
        #expect(try await send("GET", "a%20b/c:d").head[0] == "GET /a%20b/c:d HTTP/1.1")
    }

    @Test func s3GetsTheHashOfTheBody() async throws {
        let request = try await send(
            "PUT", "bucket/a=b", service: "s3", body: .bytes(Array("x".utf8), isSecret: false))
        #expect(request.head[0] == "PUT /bucket/a%3Db HTTP/1.1")
        #expect(request.body == "x")
        #expect(request.values("x-amz-content-sha256") == ["UNSIGNED-PAYLOAD"])
        #expect(try authorization(request).headers == "content-type;host;x-amz-content-sha256;x-amz-date")
    }

    @Test func aFileIsSigned() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "errand-\(UUID().uuidString)")
        try Data("from the file".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        for service in ["execute-api", "s3"] {
            let request = try await send("PUT", "x", service: service, body: .file(path: file.path))
            #expect(request.body == "from the file")
            _ = try authorization(request)
        }
    }

    @Test func connectionsAreNotSharedBetweenClientCertificates() async throws {
        let pem = FileManager.default.temporaryDirectory.appending(path: "errand-\(UUID().uuidString)")
        try Data().write(to: pem)
        defer { try? FileManager.default.removeItem(at: pem) }
        for certificate in [nil, pem.path, nil, pem.path] {
            var request = HTTPRequest.get(server.url)
            request.options.tls.certificate = certificate
            _ = try await transport.send(request, to: .memory(limit: 1000))
        }
        await transport.shutDown()
        #expect(server.requests.map(\.connection) == [0, 1, 0, 1])
    }
}
