import Testing

@testable import Auth

@Suite("Web pages in place of a token")
struct WebPageTests {
    @Test(
        "the title of a page",
        arguments: [
            ("<!DOCTYPE html><html><head><title>Sign in</title>", "Sign in"),
            ("\n <HTML><TITLE lang=en>\n Sign\t in \n</TITLE>", "Sign in"), ("<html><body>x", nil),
            ("<title", nil), ("<title>", nil), ("<title></title>", nil), ("<title>never closed", nil),
        ] as [(String, String?)])
    func title(html: String, title: String?) throws {
        #expect(try #require(WebPage(Array(html.utf8))).title == title)
    }

    @Test("what is no page", arguments: ["", "  ", "{}", "error=<html>"])
    func other(body: String) {
        #expect(WebPage(Array(body.utf8)) == nil)
    }

    @Test("a page made of beginnings of titles is read in one go")
    func hostile() {
        let body = Array(String(repeating: "<title", count: 200_000).utf8)
        #expect(WebPage(body)?.title == nil)
    }
}
