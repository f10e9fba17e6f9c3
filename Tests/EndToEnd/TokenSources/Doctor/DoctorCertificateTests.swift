import Foundation
import Testing

/// What the doctor says of the certificate that a client shows.
@Suite(.enabled(if: TestKey.isPossible, "openssl is not installed"), .timeLimit(.minutes(5)))
struct DoctorCertificateTests {
    /// When a client's certificate ends.
    struct Life: Sendable {
        /// From now on, in hours.
        var from: Double
        var to: Double
        var mark: Character
        var words: String
    }

    @Test(arguments: [
        Life(from: -48, to: 24 * 400, mark: "✓", words: "days"), Life(from: -48, to: 24 * 10, mark: "!", words: "days"),
        Life(from: -480, to: -48, mark: "✗", words: "expired"),
        Life(from: 48, to: 480, mark: "✗", words: "not valid yet"),
        Life(from: -48, to: 12, mark: "✗", words: "expires"),
    ])
    func certificates(_ life: Life) async throws {
        let scene = try await SourceScene()
        try scene.server.register("tls", ["authentication": "tls"])
        try await certificate(life, in: scene.folder)
        let run = try await scene.run(
            SourceScene.job("client_id: tls\nclient_auth: tls_client_auth\ntls: {cert: client.pem, key: client.key}"),
            ["doctor"])
        let finding = try #require(DoctorTests.findings("certificate", in: run.output).first)
        #expect(finding.first == life.mark)
        #expect(finding.contains(life.words))
        #expect(finding.contains("client.pem"))
        #expect(run.exitCode == (life.mark == "✗" ? 77 : 0))
        #expect(run.output.hasSuffix((life.mark == "✗" ? DoctorTests.ill : DoctorTests.healthy) + "\n"))
    }

    private func certificate(_ life: Life, in folder: TemporaryFolder) async throws {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(identifier: "UTC")
        format.dateFormat = "yyyyMMddHHmmss'Z'"
        let (start, end) = (
            format.string(from: Date(timeIntervalSinceNow: life.from * 3600)),
            format.string(from: Date(timeIntervalSinceNow: life.to * 3600))
        )
        try folder.write(
            "ca.cnf",
            """
            [ca]
            default_ca = d
            [d]
            database = index.txt
            serial = serial
            new_certs_dir = .
            default_md = sha256
            policy = p
            [p]
            commonName = supplied

            """)
        try folder.write("index.txt", "")
        try folder.write("serial", "01\n")
        let result = try await Program.shell(
            """
            set -e
            openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out client.key
            openssl req -new -key client.key -subj /CN=client -out client.csr
            openssl ca -batch -config ca.cnf -selfsign -keyfile client.key -in client.csr -notext -out client.pem \
                -startdate \(start) -enddate \(end)
            """, folder: folder.url)
        if result.exitCode != 0 { throw TestKey.Failure(log: result.errors) }
    }

    @Test func aCertificateThatIsMissing() async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(
            SourceScene.job("client_id: tls\nclient_auth: tls_client_auth\ntls: {cert: nothing.pem, key: nothing.key}"),
            ["doctor"])
        #expect(run.exitCode != 0)
        #expect((run.output + run.errors).contains("nothing.pem"))
    }
}
