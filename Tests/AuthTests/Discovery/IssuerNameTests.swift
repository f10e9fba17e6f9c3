import Testing

@testable import Auth

@Suite("The name of an issuer")
struct IssuerNameTests {
    @Test(
        "where its metadata may be: RFC 8414 puts its path before that of the issuer, OpenID Connect behind",
        arguments: [
            (
                "https://as.example", "https://as.example/.well-known/oauth-authorization-server",
                "https://as.example/.well-known/openid-configuration"
            ),
            (
                "https://as.example/", "https://as.example/.well-known/oauth-authorization-server",
                "https://as.example/.well-known/openid-configuration"
            ),
            (
                "https://as.example:8443/a/b", "https://as.example:8443/.well-known/oauth-authorization-server/a/b",
                "https://as.example:8443/a/b/.well-known/openid-configuration"
            ),
            (
                "https://as.example/a/", "https://as.example/.well-known/oauth-authorization-server/a",
                "https://as.example/a/.well-known/openid-configuration"
            ),
        ])
    func places(issuer: String, standard: String, openID: String) {
        #expect(IssuerName.metadataURLs(of: issuer) == [standard, openID])
    }

    @Test("the two must be the same text; only Microsoft's {tenantid} stands for a part of the path")
    func matches() {
        #expect(IssuerName.matches("https://as.example/a", "https://as.example/a"))
        let other = [
            ("https://as.example/", "https://as.example"), ("https://AS.example", "https://as.example"),
            ("https://as.example:443", "https://as.example"), ("https://as.example/A", "https://as.example/a"),
            ("https://evil.example", "https://as.example"), ("", "https://as.example"),
            ("{tenantid}", "https://as.example"), ("https://{tenantid}.example", "https://as.example"),
            ("https://as.example/{tenantid}/v2.0", "https://as.example//v2.0"),
            ("https://as.example/{tenantid}/v2.0", "https://as.example/a/b/v2.0"),
            ("https://as.example/{tenantid}/v2.0", "https://as.evil/a/v2.0"),
        ]
        for (named, issuer) in other { #expect(!IssuerName.matches(named, issuer), "\(named) \(issuer)") }
        #expect(IssuerName.matches("https://as.example/{tenantid}/v2.0", "https://as.example/9188-40/v2.0"))
        #expect(IssuerName.matches("https://as.example/{tenantid}", "https://as.example/9188-40"))
    }

    @Test(
        "what is no issuer",
        arguments: [
            "as.example", "ftp://as.example", "https://as.example?a=b", "https://as.example/#x", "https://u:p@as",
        ])
    func problem(text: String) {
        #expect(IssuerName.problem(text) != nil)
    }
}
