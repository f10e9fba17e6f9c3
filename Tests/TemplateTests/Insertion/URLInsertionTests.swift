import JSON
import Secrets
import Template
import Testing

@Suite("Values in URLs")
struct URLInsertionTests {
    private func url(_ text: String, _ x: JSONValue, y: String = "y") throws -> String {
        let scope = TestScope(.object([JSONMember(name: "x", value: x), JSONMember(name: "y", value: .string(y))]))
        return try Template(text).text(in: scope, for: .url).text
    }

    @Test(
        "Results",
        arguments: [
            // The beginning
            ("${vars.x}", "https://h/a?b=c d#e", "https://h/a?b=c d#e"),
            ("${vars.x}/o", "https://h/v1", "https://h/v1/o"),
            ("${vars.x}/o", "", "/o"), ("${vars.x}/../o", "/a", "/a/../o"),
            // Host and port
            ("https://${vars.x}.example.com/", "eu-1", "https://eu-1.example.com/"),
            ("https://${vars.x}", "a.B", "https://a.B"), ("http://h:${vars.x}/", "8080", "http://h:8080/"),
            ("http://[::1]:${vars.x}", "80", "http://[::1]:80"), ("//${vars.x}/p", "h", "//h/p"),
            // Path
            ("https://h/${vars.x}", "a b", "https://h/a%20b"),
            ("/o/${vars.x}", "a/b?c#d%é", "/o/a%2Fb%3Fc%23d%25%C3%A9"),
            ("/o/${vars.x}/l", "../x", "/o/..%2Fx/l"), ("/o/${vars.x | path}", "a b/c", "/o/a%20b/c"),
            ("/o/${vars.x | url}", "a b", "/o/a%2520b"), ("/o/${vars.x}.json", ".", "/o/..json"),
            ("/o/a${vars.x}", "", "/o/a"), ("/o/..${vars.x}", "a", "/o/..a"), ("o${vars.x}", ":", "o%3A"),
            ("/o/${vars.x | path | lower}", "A B/C", "/o/a%2520b%2Fc"),
            ("https://h/${vars.x}//l", "a", "https://h/a//l"),
            ("https://h/a//${vars.x}", "b", "https://h/a//b"),
            // Query and fragment
            ("/o?q=${vars.x}", "a&b=c+d/", "/o?q=a%26b%3Dc%2Bd%2F"), ("/o?q=${vars.x}", "", "/o?q="),
            ("/o?q=${vars.x}", "..", "/o?q=.."), ("/o?q=${vars.x | path}", "a/b c", "/o?q=a/b%20c"),
            ("/o#${vars.x}", "a#b", "/o#a%23b"), ("https://h?q=${vars.x}", "/", "https://h?q=%2F"),
            ("https://h#${vars.x}/", "@", "https://h#%40/"), ("/o?u=http://h/${vars.x}", "", "/o?u=http://h/"),
        ])
    func results(text: String, value: String, expected: String) throws {
        #expect(try url(text, .string(value)) == expected)
    }

    @Test("Numbers and truth values")
    func scalars() throws {
        #expect(try url("/o/${vars.x}", .number(JSONNumber(42))) == "/o/42")
        #expect(try url("https://h:${vars.x}/", .number(JSONNumber(42))) == "https://h:42/")
        #expect(try url("/o?a=${vars.x}", .bool(true)) == "/o?a=true")
    }

    @Test("After a whole URL the rest is inserted by its place")
    func second() throws {
        #expect(try url("${vars.x}${vars.y}", .string("https://h/"), y: "a/b") == "https://h/a%2Fb")
        #expect(try url("${vars.x}${vars.y}", .string("https://h"), y: ".evil") == "https://h.evil")
        #expect(try url("${vars.x}${vars.y}", .string("https://h/?a="), y: "&") == "https://h/?a=%26")
        // Not a second beginning.
        #expect(try url("${vars.x}${vars.y}", .string(""), y: "https://evil/") == "https%3A%2F%2Fevil%2F")
    }

    @Test(
        "What would lead elsewhere is an error, with its place",
        arguments: [
            ("https://⟦${vars.x}⟧.example.com/", "evil.com/"), ("https://⟦${vars.x}⟧.example.com/", "a@b"),
            ("https://⟦${vars.x}⟧.example.com/", "é"), ("https://⟦${vars.x}⟧.example.com/", "a:1"),
            ("https://⟦${vars.x}⟧.example.com/", ""), ("https://h⟦${vars.x}⟧", "/p"),
            ("https://h⟦${vars.x | path}⟧", "/p"),
            ("https://h:⟦${vars.x}⟧/", "80a"), ("https://h:⟦${vars.x}⟧/", ""), ("https://[⟦${vars.x}⟧]/", "::1"),
            ("/o/⟦${vars.x}⟧", ""), ("/o/⟦${vars.x}⟧/l", ""), ("/o/⟦${vars.x}⟧?q", ".."), ("/o/⟦${vars.x}⟧#f", "."),
            ("/o/.⟦${vars.x}⟧", "."), ("/o/⟦${vars.x}⟧./l", "."), ("/o/⟦${vars.x}⟧%2E", "."), ("/o/%2e⟦${vars.x}⟧", ""),
            ("/o/⟦${vars.x | path}⟧", "a/../b"), ("/o/⟦${vars.x | path}⟧", "a//b"), ("/o/⟦${vars.x | path}⟧", "a/"),
            ("/o/⟦${vars.x | path}⟧", "/a"), ("/o/⟦${vars.x | path}⟧", "./a"), ("⟦${vars.x}⟧/o", "https://h\n"),
            ("⟦${vars.x}⟧", "a\u{0}"), ("https://h/é/⟦${vars.x}⟧/${vars.y}", ""),
        ])
    func errors(text: String, value: String) throws {
        let marked = MarkedText(text)
        let error = #expect(throws: TemplateError.self) { try url(marked.text, .string(value)) }
        #expect(error?.range == marked.ranges[0])
    }

    @Test("Null has no place in a URL, not even alone", arguments: ["${vars.x}", "/o/${vars.x}", "/o?a=${vars.x}"])
    func null(text: String) {
        #expect(throws: TemplateError.self) { try url(text, .null) }
    }
}
