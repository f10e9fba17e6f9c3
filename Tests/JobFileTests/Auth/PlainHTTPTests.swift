import Testing

/// Where plain http is no mistake.
struct PlainHTTPTests {
    @Test(arguments: ["true", "\"${env.ALLOWED | default(true)}\""])
    func whereTheJobAllowsIt(_ value: String) {
        let loaded = load(
            """
            options: {allow_http: \(value)}
            auth: {token_url: http://auth.example/token, client_id: a, client_secret: b}
            calls: [{get: http://api.example/}]
            """)
        #expect(loaded.codes == [])
        #expect(loaded.job != nil)
    }

    @Test func throughAUnixSocket() {
        let loaded = load(
            """
            auth: {token_url: http://auth/token, client_id: a, client_secret: b, unix_socket: auth.sock}
            defaults: {unix_socket: api.sock}
            calls: [{get: http://api/}]
            """)
        #expect(loaded.codes == [])
        #expect(loaded.job != nil)
    }

    /// What only a run can know is found when it begins.
    @Test func whatATemplateGives() {
        let text = """
            auth: {token_url: "${env.URL}", client_id: a, client_secret: b}
            calls: [{get: "${env.URL}"}]
            """
        #expect(check(MarkedText(text).file).diagnostics == [])
        #expect(load(text, environment: ["URL": "http://auth.example/token"]).codes == ["E0707", "E0707"])
    }
}
