import Diagnostics
import JWT
import JobFile
import Secrets
import Template
import Testing

/// `certificate`: it must be that of the key, and should be valid.
struct SigningCertificateTests {
    private static let job = """
        secrets: {key: {env: KEY}}
        auth:
          token_url: https://a.example/token
          client_id: a
          private_key: ${secrets.key}
          certificate: ⟦client.pem⟧
        calls: []
        """

    private func load(_ certificate: String, job: String = job) -> (job: Job?, found: [Diagnostic], place: String?) {
        let marked = MarkedText(job)
        let functions = TemplateFunctions(
            now: { 1_700_000_000 }, uuid: { "" }, read: { _ throws(TemplateError) in certificate },
            zoneFile: { _ in nil })
        let checked = check(SourceFile(name: "job.yaml", text: marked.file.text))
        var diagnostics = DiagnosticList()
        let loaded = checked.file?.job(
            environment: [:], inputs: [], secrets: ["key": Secret(TestKey.rsa)], functions: functions,
            diagnostics: &diagnostics)
        let found = checked.diagnostics + diagnostics.sorted()
        return (loaded, found, marked.spans.first?.text)
    }

    @Test func theKeysOwn() throws {
        let (job, found, _) = load(TestKey.certificate)
        #expect(found.isEmpty)
        guard case .oauth(let oauth)? = job?.tokenSources.first?.kind else { throw Missing() }
        let certificate = try #require(oauth.client.signing?.certificate)
        #expect(certificate.path.value == "client.pem")
        #expect(oauth.client.signing?.certificateThumbprint == certificate.certificate.thumbprint)
    }

    @Test(arguments: ["", "type: jwt_bearer", "type: jwt"]) func anotherKeys(_ type: String) throws {
        let text =
            switch type {
            case "": Self.job
            case "type: jwt":
                Self.job.replacing("  token_url: https://a.example/token", with: "  type: jwt")
            default: Self.job.replacing("  client_id: a", with: "  type: jwt_bearer\n  client_id: a\n  subject: b")
            }
        let (job, found, place) = load(TestKey.otherCertificate, job: text)
        #expect(job == nil)
        #expect(found.map(\.code.rawValue) == ["E0711"])
        let first = try #require(found.first)
        #expect(first.severity == .error)
        #expect(first.title == "the certificate is not that of the private_key")
        #expect(first.span?.text == place)
        #expect(first.notes.joined().contains("CN=other"))
        #expect(first.notes.joined().contains("RSA, 2048 bits"))
    }

    @Test(arguments: [
        (TestKey.expiredCertificate, "the certificate expired 13 days ago"),
        (TestKey.futureCertificate, "the certificate is not valid yet: it begins in 47 days"),
    ])
    func outOfTime(_ pem: String, _ title: String) throws {
        let (job, found, place) = load(pem)
        #expect(job != nil, "a server may take it all the same")
        #expect(found.map(\.title) == [title])
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.span?.text == place)
    }

    private struct Missing: Error {}
}
