import HTTP
import JSONPath
import JobFile
import Secrets
import Testing

@testable import Auth

/// What a redirect to another origin takes along, in all the forms that it comes in: nothing.
@Suite("Other origins")
struct OtherOriginTests {
    private static let elsewhere = [
        "https://api.example.com:8443/orders", "http://api.example.com/orders", "https://evil.api.example.com/orders",
        "https://example.com/orders", "https://api.example.com.evil.example/orders", "//evil.example/orders",
    ]

    private let fixture = Fixture()

    private func sources() -> [TokenSourceConfiguration] {
        [
            fixture.source,
            fixture.source("bearer", .bearer(Secret("bearer-12345"), placement: TokenPlacement())),
            fixture.source("basic", .basic(username: "me", password: Secret("password-1"))),
            fixture.source("key", .apiKey(APIKey(placement: .header("X-Api-Key"), value: Secret("key-12345")))),
            fixture.source("query", .apiKey(APIKey(placement: .query("key"), value: Secret("key-12345")))),
        ]
    }

    /// Sends a request that is redirected as said, and returns what came to the API and elsewhere.
    private func requests(_ name: String, _ locations: String...) async -> [HTTPRequest] {
        let calls = Seen()
        let transport = ScriptedTransport { request, _ throws(TransferError) in
            if request.url == Fixture.tokenURL { return Answers.token("token-12345") }
            calls.add("")
            guard calls.all.count <= locations.count else { return Answers.answer(200, "", url: request.url) }
            return Answers.answer(
                307, "", headers: [("Location", locations[calls.all.count - 1])], url: request.url)
        }
        let credentials = fixture.credentials(sources(), transport)
        _ = try? await fixture.exchange(credentials, name, transport).run(Fixture.request(), to: .memory(limit: 100))
        return transport.requests.filter { $0.url != Fixture.tokenURL }
    }

    private func hasCredential(_ request: HTTPRequest) -> Bool {
        request.headers.contains { $0.isSecret || $0.name == "Authorization" } || !request.secretQueryNames.isEmpty
            || ["12345", "password-1"].contains { request.url.contains($0) }
    }

    @Test("nothing arrives there, nor comes along on the way back", arguments: elsewhere)
    func redirected(location: String) async throws {
        for name in ["default", "bearer", "basic", "key", "query"] {
            let sent = await requests(name, location, "\(Fixture.api)/back")
            #expect(hasCredential(try #require(sent.first)))
            for request in sent.dropFirst() { #expect(!hasCredential(request), "\(name): \(request.url)") }
            // From https to http it is not followed at all.
            #expect(sent.count == (location.hasPrefix("http:") ? 1 : 3), "\(name)")
        }
    }

    @Test("within the origin it goes along")
    func sameOrigin() async {
        for name in ["default", "bearer", "basic", "key", "query"] {
            let sent = await requests(name, "/other", "\(Fixture.api):443/third")
            #expect(sent.count == 3)
            for request in sent { #expect(hasCredential(request), "\(name): \(request.url)") }
        }
    }

    @Test(
        "a request that an answer named, such as a next page, is refused before anything is sent", arguments: elsewhere)
    func named(location: String) async throws {
        let transport = ScriptedTransport(Answers.token("token-12345"))
        let credentials = fixture.credentials(sources(), transport)
        let request = Fixture.request(location.hasPrefix("//") ? "https:\(location)" : location)
        for name in ["default", "bearer", "basic", "key", "query"] {
            let exchange = fixture.exchange(credentials, name, transport)
            let error = await #expect(throws: ExchangeError.self) {
                try await exchange.run(request, to: .memory(limit: 9))
            }
            guard case .authorization(let failure) = error?.kind else {
                Issue.record("\(name)")
                continue
            }
            #expect((failure.reason as? TokenFailure)?.kind == .hostNotAllowed)
        }
        #expect(transport.requests.isEmpty)
    }
}
