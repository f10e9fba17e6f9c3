import HTTP
import Secrets
import Testing

/// What an authorizer adds and is told, attempt by attempt.
struct ExchangeAttemptTests {
    private func attempts(_ test: TestExchange) -> [[String]] {
        test.transport.requests.map { $0.headers.all("X-Attempt") }
    }

    @Test func eachAttemptBeginsWithTheCallersRequest() async throws {
        let authorizer = RecordingAuthorizer()
        let test = TestExchange(
            [
                .answer(503), .failed(.refused, isNothingSent: true), .answer(401), .answer(307, ["Location": "/b"]),
                .answer(200),
            ],
            authorizer: authorizer)
        _ = try await test.run(.get())
        #expect(attempts(test) == [["1"], ["2"], ["3"], ["4"], ["5"]])
        #expect(test.transport.requests.map { $0.awsSignature?.accessKey.reveal() } == ["1", "2", "3", "4", "5"])
    }

    @Test func everyAnswerIsObservedBeforeAnythingFollowsFromIt() async throws {
        let authorizer = RecordingAuthorizer()
        let test = TestExchange(
            [.answer(503), .answer(307, ["Location": "/b"]), .answer(401), .answer(200)], authorizer: authorizer)
        _ = try await test.run(.get())
        #expect(
            authorizer.log == [
                "authorize 1", "observe 503 1", "renew 503 1", "authorize 2", "observe 307 2", "renew 307 2",
                "authorize 3", "observe 401 3", "renew 401 3", "authorize 4", "observe 200 4",
            ])
    }

    @Test func aCredentialIsProvedAgainOnceAndReplacedOnce() async throws {
        let test = TestExchange(
            [.answer(400), .answer(401), .answer(400), .answer(400)], authorizer: ProvingAuthorizer())
        #expect(try await test.run(.get()).response.status == 400)
        #expect(
            test.transport.requests.map { $0.headers.first("Authorization") } == [
                "token-1 proof-1", "token-1 proof-2", "token-2 proof-3", "token-2 proof-4",
            ])
    }

    @Test func aFailedTransferIsNotObserved() async {
        let authorizer = RecordingAuthorizer()
        let test = TestExchange([.failed(.protocolError)], authorizer: authorizer)
        #expect(await test.failure(of: .post()) != nil)
        #expect(authorizer.log == ["authorize 1"])
    }

    private func signed(_ url: String) -> HTTPRequest {
        var request = HTTPRequest.get(url)
        request.awsSignature = AWSSignature(
            accessKey: Secret("a"), secretKey: Secret("b"), sessionToken: nil, region: "r", service: "s")
        return request
    }

    @Test func theSignatureStaysWithItsOrigin() async throws {
        let test = TestExchange([
            .answer(307, ["Location": "/b"]), .answer(307, ["Location": "https://other.example.com/"]),
            .answer(307, ["Location": "https://api.example.com/c"]), .answer(200),
        ])
        _ = try await test.run(signed("https://api.example.com/a"))
        #expect(test.transport.requests.map { $0.awsSignature != nil } == [true, true, false, false])
    }

    @Test func aSignedRequestStaysOffPlainHTTP() async {
        let test = TestExchange([.answer(200)])
        guard case .plainHTTP? = await test.failure(of: signed("http://api.example.com/"))?.kind else {
            Issue.record("it was sent")
            return
        }
        #expect(test.transport.requests.isEmpty)
    }
}
