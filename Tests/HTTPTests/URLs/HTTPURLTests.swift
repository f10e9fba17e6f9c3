import HTTP
import Testing

struct HTTPURLTests {
    @Test(arguments: [
        ("https://api.example.com", "https://api.example.com"),
        ("HTTPS://API.Example.com:443/v1?a=b#c", "https://api.example.com"),
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8080"),
        ("http://[::1]:80/x", "http://[::1]"),
        ("http://host_a.b-c:", "http://host_a.b-c"),
    ])
    func hasAnOrigin(text: String, origin: String) {
        #expect(HTTPURL(text)?.origin.description == origin)
        #expect(HTTPURL.problem(of: text) == nil)
    }

    @Test(arguments: [
        "", "/items", "api.example.com/items", "ftp://example.com", "file:///etc/passwd", "javascript:alert(1)",
        "http://", "http:///path", "https://user@example.com", "https://user:pw@example.com", "http://a b.com",
        "http://example.com/a b", "http://example.com/a\nb", "http://example.com\\@evil.com", "http://ex%41mple.com",
        "http://bücher.example", "http://example.com:0", "http://example.com:99999", "http://example.com:8o",
        "http://example.com:80:80", "http://[::1", "http://[zz]", "http://[::1]x", "https://evil.com#@example.com:x y",
    ])
    func refuses(text: String) {
        #expect(HTTPURL(text) == nil)
        #expect(HTTPURL.problem(of: text) != nil)
    }

    @Test(arguments: [
        "http://localhost/", "http://LOCALHOST:1/", "http://127.0.0.1", "http://127.8.9.1/", "http://[::1]",
    ])
    func isThisMachine(text: String) {
        #expect(HTTPURL(text)?.isLoopback == true)
    }

    @Test(arguments: [
        "http://localhost.example.com", "http://127.0.0.1.example.com", "http://128.0.0.1", "http://127.1",
        "http://2130706433", "http://127.0.0.256", "http://[::2]", "http://127.0.0.1x",
    ])
    func isNotSurelyThisMachine(text: String) {
        #expect(HTTPURL(text)?.isLoopback == false)
    }

    @Test func encodesWhatIsNotASCII() {
        #expect(HTTPURL("https://example.com/grün?q=ü")?.text == "https://example.com/gr%C3%BCn?q=%C3%BC")
    }

    /// RFC 3986, 5.4.
    @Test(arguments: [
        ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
        ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"),
        ("g#s", "http://a/b/c/g#s"), ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("..", "http://a/b/"),
        ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../g", "http://a/g"), ("../../../g", "http://a/g"),
        ("/./g", "http://a/g"), ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), ("..g", "http://a/b/c/..g"),
        ("./g/.", "http://a/b/c/g/"), ("g/../h", "http://a/b/c/h"), ("g;x=1/../y", "http://a/b/c/y"),
        ("g?y/../x", "http://a/b/c/g?y/../x"), ("https://b/x", "https://b/x"),
        ("g?a=b c|ü", "http://a/b/c/g?a=b%20c|%C3%BC"), ("?next=http://b", "http://a/b/c/d;p?next=http://b"),
    ])
    func resolves(reference: String, expected: String) throws {
        let base = try #require(HTTPURL("http://a/b/c/d;p?q"))
        #expect(base.resolving(reference)?.text == expected)
    }

    @Test(arguments: ["ftp://x/", "file:///etc/passwd", "javascript:x", "//user@b/", "a\r\nb", "\u{0}", "http:///x"])
    func resolvesToNothing(reference: String) throws {
        let base = try #require(HTTPURL("http://a/b"))
        #expect(base.resolving(reference) == nil)
    }
}
