import Secrets
import Testing

@testable import HTTP

struct SigningPlanTests {
    private static let version = 0x075801

    private func plan(
        _ url: String = "https://api.example.com/", service: String = "execute-api", region: String = "us-east-1",
        accessKey: String = "AKID", secretKey: String = "hunter2", token: String? = nil, body: HTTPBody = .none,
        upload: UploadContent? = nil, headers: KeyValuePairs<String, String> = [:], version: Int = version
    ) throws(TransferError) -> SigningPlan? {
        var request = HTTPRequest(method: "GET", url: url, body: body, isIdempotent: true)
        for (name, value) in headers { request.headers.add(name, value) }
        request.awsSignature = AWSSignature(
            accessKey: Secret(accessKey), secretKey: Secret(secretKey), sessionToken: token.map { Secret($0) },
            region: region, service: service)
        guard let url = HTTPURL(url) else { return nil }
        return try SigningPlan(request, url, upload: upload, version: version)
    }

    private func message(_ make: () throws(TransferError) -> SigningPlan?) -> String? {
        do throws(TransferError) {
            _ = try make()
            return nil
        } catch {
            #expect(error.isNothingSent && error.kind == .other)
            #expect(!error.message.contains("hunter2"))
            return error.message
        }
    }

    @Test func aRequestWithoutASignatureHasNoPlan() throws {
        let url = try #require(HTTPURL("https://api.example.com/"))
        #expect(try SigningPlan(.get(), url, upload: nil, version: Self.version) == nil)
    }

    @Test(arguments: [
        ("b=2&a=1&a=0&B=3&a-b=1&ab=2", "B=3&a=0&a=1&a-b=1&ab=2&b=2"), ("z&y=", "y=&z="), ("a=b+c%2b", "a=b%20c%2B"),
        ("a=%zz&b=%4&c=%+1", "a=%25zz&b=%254&c=%25%201"), ("a=%7e%61/?:@", "a=~a%2F%3F%3A%40"), ("&&a=b=c&", "a=b%3Dc"),
        ("ä=ö", "%C3%A4=%C3%B6"), ("", ""),
    ])
    func theQueryIsSortedAndEncodedAnew(query: String, expected: String) throws {
        #expect(try plan("https://api.example.com/x?" + query)?.url == "https://api.example.com/x?" + expected)
    }

    @Test(
        arguments: [
            ("", "/", nil), ("/a/b-c_d.e~f", "/a/b-c_d.e~f", nil), ("/a%20b", "/a%2520b", "/a%20b"),
            ("/c:d/e=f", "/c%3Ad/e%3Df", "/c:d/e=f"), ("/a/../b//c/./d/", "/b/c/d/", nil), ("/..", "/", nil),
            ("/%2F/x", "/%252F/x", "/%2F/x"),
        ] as [(String, String, String?)])
    func thePathIsSignedEncodedTwice(path: String, signed: String, target: String?) throws {
        let plan = try #require(try plan("https://api.example.com:8443" + path))
        #expect(plan.url == "https://api.example.com:8443" + signed)
        #expect(plan.target == target)
    }

    @Test func newerVersionsEncodeThePathThemselves() throws {
        let plan = try #require(try plan("https://api.example.com/a%20b?b&a", version: 0x080E00))
        #expect(plan.url == "https://api.example.com/a%20b?a=&b=")
        #expect(plan.target == nil)
    }

    @Test func s3SignsThePathAsItIsSent() throws {
        let plan = try #require(try plan("https://s3.example.com/b//dt=1/a%20b/%2F?x", service: "s3"))
        #expect(plan.url == "https://s3.example.com/b//dt%3D1/a%20b/%2F?x=")
        #expect(plan.target == nil)
    }

    @Test func s3IsToldWhatTheBodyIs() throws {
        func hash(_ upload: UploadContent?, _ headers: KeyValuePairs<String, String> = [:]) throws -> String? {
            try plan(service: "s3", upload: upload, headers: headers)?.headers.fields
                .first { $0.name.lowercased() == "x-amz-content-sha256" }?.value.text
        }
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        #expect(try hash(nil) == empty)
        #expect(try hash(.bytes([])) == empty)
        #expect(try hash(.bytes([1])) == "UNSIGNED-PAYLOAD")
        #expect(try hash(.bytes([1]), ["X-Amz-Content-SHA256": "abc"]) == "abc")
        #expect(try plan()?.headers.fields.isEmpty == true)
    }

    @Test func theTokenReplacesOneThatIsThere() throws {
        let fields = try plan(token: "tok", headers: ["X-Amz-Security-Token": "old"])?.headers.fields ?? []
        #expect(fields.map(\.value.text) == ["tok"])
        #expect(fields.map(\.isSecret) == [true])
    }

    @Test(arguments: ["", "US-east-1", "us:east", "us east", "ü", String(repeating: "a", count: 65)])
    func aRegionOrServiceThatIsNoNameIsRefused(name: String) {
        #expect(
            message { () throws(TransferError) in try plan(region: name) }?.contains("the region '\(name)'") == true)
        #expect(
            message { () throws(TransferError) in try plan(service: name) }?.contains("the service '\(name)'") == true)
    }

    @Test(arguments: ["", "hunter2 ", "hunter2\r\nX: y", "hunter2\u{0}"])
    func aKeyThatWouldBeMoreIsRefusedAndNotSaid(key: String) {
        #expect(message { () throws(TransferError) in try plan(accessKey: key) }?.contains("access key") == true)
        #expect(message { () throws(TransferError) in try plan(secretKey: key) }?.contains("secret key") == true)
        #expect(message { () throws(TransferError) in try plan(token: key) }?.contains("session token") == true)
    }

    @Test(arguments: ["Authorization", "date", "X-Amz-Date"])
    func aHeaderThatBelongsToTheSignatureIsRefused(name: String) {
        #expect(message { () throws(TransferError) in try plan(headers: [name: "x"]) }?.contains("'\(name)'") == true)
    }

    @Test func whatLibcurlWouldSignWronglyIsRefused() throws {
        #expect(message { () throws(TransferError) in try plan(headers: ["X-E": " "]) }?.contains("'X-E'") == true)
        let accept: KeyValuePairs = ["Accept": "*/*", "Accept-Language": "de"]
        #expect(message { () throws(TransferError) in try plan(headers: accept) }?.contains("8.10") == true)
        #expect(try plan(headers: accept, version: 0x080A00) != nil)
        #expect(message { () throws(TransferError) in try plan(version: 0x075700) }?.contains("too old") == true)
        let parts = HTTPBody.multipart([])
        #expect(message { () throws(TransferError) in try plan(body: parts) }?.contains("multipart") == true)
    }
}
