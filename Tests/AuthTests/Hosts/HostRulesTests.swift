import HTTP
import Testing

@testable import Auth

@Suite("Where a credential may go")
struct HostRulesTests {
    private func allow(_ url: String, hosts: [String]? = nil, origins: [String] = []) throws -> Bool {
        var fixture = Fixture()
        fixture.hosts = hosts
        fixture.origins = origins
        return HostRules(fixture.source).allow(try #require(HTTPURL(url)))
    }

    @Test(
        "without hosts: the origins of the calls, exactly",
        arguments: [
            ("https://api.example.com/a", true), ("https://API.example.com:443/", true),
            ("http://api.example.com/", false), ("https://api.example.com:8443/", false),
            ("https://example.com/", false), ("https://api.example.com.evil.org/", false),
        ])
    func origins(url: String, isAllowed: Bool) throws {
        #expect(try allow(url, origins: ["https://api.example.com"]) == isAllowed)
    }

    @Test("without hosts and origins: nowhere")
    func nowhere() throws {
        #expect(try !allow("https://api.example.com/"))
    }

    @Test("hosts replace the origins")
    func replace() throws {
        #expect(try !allow("https://api.example.com/", hosts: ["other.example.com"], origins: [Fixture.api]))
    }

    @Test(
        "an entry of hosts",
        arguments: [
            ("api.example.com", "https://api.example.com/", true),
            ("API.Example.com", "https://api.example.com/", true),
            ("api.example.com", "https://api.example.com:8443/", true),
            ("api.example.com:8443", "https://api.example.com:8443/", true),
            ("api.example.com:8443", "https://api.example.com/", false),
            ("api.example.com", "https://xapi.example.com/", false),
            ("https://api.example.com", "https://api.example.com/a", true),
            ("https://api.example.com/", "http://api.example.com/a", false),
            ("https://api.example.com", "https://api.example.com:8443/a", false),
            ("*.example.com", "https://a.b.example.com/", true), ("*.Example.com", "https://a.example.com:1/", true),
            ("*.example.com", "https://example.com/", false), ("*.example.com", "https://evilexample.com/", false),
            ("*.example.com", "https://example.com.evil.org/", false), ("*", "https://example.com/", false),
            ("*.", "https://example.com/", false), ("", "https://example.com/", false),
            ("127.0.0.1", "http://127.0.0.1:8080/", true),
        ])
    func entry(entry: String, url: String, isAllowed: Bool) throws {
        #expect(try allow(url, hosts: [entry]) == isAllowed)
    }
}
