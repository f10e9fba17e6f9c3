import Diagnostics
import JSON
import JobFile
import Secrets
import Testing

@testable import Auth
@testable import HTTP

@Suite("Hosts that a token answer names")
struct MemberHostsTests {
    private let fixture = Fixture()

    private func answer(_ url: String) -> HTTPResponse {
        Answers.answer(
            200, #"{"access_token": "token-12345", "instance_url": "\#(url)", "a": {"b": "deep.example.com"}}"#)
    }

    private func source(_ members: [[String]], of name: String = "default", hosts: [String]? = [])
        -> TokenSourceConfiguration
    {
        fixture.source(
            "default", .oauth(fixture.oauth), hosts: hosts,
            members: members.map { AuthMember(source: name, path: $0, span: fixture.source.span) })
    }

    /// Whether the credential goes to a URL.
    private func goes(
        to url: String, _ source: TokenSourceConfiguration, _ transport: ScriptedTransport, isRedirected: Bool = false
    ) async throws -> Bool {
        var request = Fixture.request(url)
        request.isRedirected = isRedirected
        let credentials = fixture.credentials([source], transport)
        let authorizer = try #require(credentials.authorizer(named: "default"))
        do {
            try await authorizer.authorize(&request)
        } catch {
            #expect((error.reason as? TokenFailure)?.kind == .hostNotAllowed)
            return false
        }
        return request.headers.contains("Authorization")
    }

    @Test(
        "one origin, as a URL or as a host",
        arguments: [
            ("https://eu1.example.com", "https://eu1.example.com/a", true),
            ("https://eu1.example.com/services/data", "https://eu1.example.com/a", true),
            ("eu1.example.com", "https://eu1.example.com/a", true),
            ("eu1.example.com", "https://eu1.example.com:8443/a", false),
            ("eu1.example.com", "http://eu1.example.com/a", false),
            ("https://eu1.example.com:8443", "https://eu1.example.com:8443/a", true),
            ("https://eu1.example.com", "https://eu2.example.com/a", false),
            ("https://eu1.example.com", "https://sub.eu1.example.com/a", false),
            ("*.example.com", "https://eu1.example.com/a", false), ("*", "https://eu1.example.com/a", false),
            ("", "https://eu1.example.com/a", false), ("https://me@eu1.example.com", "https://eu1.example.com/", false),
        ])
    func origin(member: String, url: String, isAllowed: Bool) async throws {
        let transport = ScriptedTransport(answer(member))
        #expect(try await goes(to: url, source([["instance_url"]]), transport) == isAllowed)
    }

    @Test("the answer to the very token that goes along counts, also when each lives for no time at all")
    func sameToken() async throws {
        let transport = ScriptedTransport { _, number throws(TransferError) in
            Answers.answer(
                200,
                #"{"access_token": "token-\#(number)", "expires_in": 0, "instance_url": "https://eu\#(number).example.com"}"#
            )
        }
        let credentials = fixture.credentials([source([["instance_url"]])], transport)
        let authorizer = try #require(credentials.authorizer(named: "default"))
        for number in 1...3 {
            var request = Fixture.request("https://eu\(number).example.com/")
            try await authorizer.authorize(&request)
            #expect(request.headers.first("Authorization") == "Bearer token-\(number)")
        }
        #expect(transport.requests.count == 3)
    }

    @Test("a member within a member")
    func deep() async throws {
        let transport = ScriptedTransport(answer(""))
        #expect(try await goes(to: "https://deep.example.com/", source([["a", "b"]]), transport))
        #expect(try await !goes(to: "https://deep.example.com/", source([["a"]]), transport))
        #expect(try await !goes(to: "https://deep.example.com/", source([["a", "b", "c"]]), transport))
    }

    @Test("hosts that are written out need no token to know, and members come on top of them")
    func both() async throws {
        let transport = ScriptedTransport(answer("https://eu1.example.com"))
        let both = source([["instance_url"]], hosts: ["plain.example.com"])
        #expect(try await goes(to: "https://plain.example.com/", both, transport))
        #expect(try await goes(to: "https://eu1.example.com/", both, transport))
        #expect(try await !goes(to: Fixture.api, both, transport))
    }

    @Test("one token for the question and for the request")
    func oneToken() async throws {
        let transport = ScriptedTransport(answer("https://eu1.example.com"))
        _ = try await goes(to: "https://eu1.example.com/", source([["instance_url"]]), transport)
        #expect(transport.requests.count == 1)
    }

    @Test("a redirect to such a host has the credential, one elsewhere does not")
    func redirected() async throws {
        let transport = ScriptedTransport(answer("https://eu1.example.com"))
        let source = source([["instance_url"]])
        #expect(try await goes(to: "https://eu1.example.com/", source, transport, isRedirected: true))
        #expect(try await !goes(to: "https://evil.example/", source, transport, isRedirected: true))
    }

    @Test("a host that is not among them: what it may go to")
    func failure() async throws {
        let transport = ScriptedTransport(answer("https://eu1.example.com"))
        var request = Fixture.request("https://evil.example/")
        let credentials = fixture.credentials([source([["instance_url"]])], transport)
        let authorizer = try #require(credentials.authorizer(named: "default"))
        let failure = await #expect(throws: AuthorizationFailure.self) { try await authorizer.authorize(&request) }
        let notes = (failure?.reason as? TokenFailure)?.diagnostic.notes
        #expect(notes?.first == "it may go to: ${auth.default.instance_url}")
    }
}
