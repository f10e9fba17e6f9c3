import Foundation
import Testing

@testable import JWT

@Suite("Certificates")
struct CertificateTests {
    @Test("the fields are those that openssl prints", arguments: TestKeys.all.keys.sorted())
    func fields(name: String) throws {
        let pem = try #require(TestKeys.all[name]).get()
        let text = try TestCertificates.selfSigned(pem)
        let certificate = try Certificate(pem: text)
        #expect(certificate.subject == "CN=client, O=Example")
        #expect(certificate.issuer == certificate.subject)
        #expect(try certificate.notBefore == openSSLDate(text, "-startdate"))
        #expect(certificate.notAfter == certificate.notBefore + 10 * 86_400)
        let der = try OpenSSL.run(["x509", "-outform", "DER"], input: Data(text.utf8))
        #expect(certificate.thumbprint == Base64URL.encode(SHA256Digest.of(der)))
        #expect(try certificate.keyFingerprint == key(pem).fingerprint)
    }

    @Test("the first certificate of several, with the key before, between or behind")
    func severalBlocks() throws {
        let pem = try TestKeys.p256.get()
        let first = try TestCertificates.selfSigned(pem, subject: "/CN=first")
        let second = try TestCertificates.selfSigned(pem, subject: "/CN=second")
        for text in [pem + first + second, first + pem + second, first + second + pem, "Bag Attributes\n" + first] {
            #expect(try Certificate(pem: text).subject == "CN=first")
            #expect(try Certificate(pem: text.replacing("\n", with: "\\n")).subject == "CN=first")
        }
    }

    @Test(
        "names are written as openssl writes RFC 2253, with a blank after each comma",
        arguments: [
            #"/C=DE/ST=Berlin/O=Example, Inc. "Co"/OU= a;b /CN=Jürgen <x>/emailAddress=a@b.c/UID=7"#,
            "/O=Example/CN=#a\\\\b",
        ])
    func names(subject: String) throws {
        let pem = try TestKeys.p256.get()
        let plain = try TestCertificates.selfSigned(pem, subject: subject)
        let printed = try OpenSSL.text(
            ["x509", "-noout", "-subject", "-nameopt", "RFC2253,-esc_msb,utf8"], input: plain)
        let expected = printed.dropFirst("subject=".count).trimmingCharacters(in: .newlines)
        #expect(try Certificate(pem: plain).subject.replacing(", ", with: ",") == expected.replacing(", ", with: ","))
    }

    @Test("a part of a name with two attributes")
    func severalAttributes() throws {
        let text = try TestCertificates.selfSigned(TestKeys.p256.get(), subject: "/O=Example/CN=client+UID=7")
        #expect(
            ["CN=client+UID=7, O=Example", "UID=7+CN=client, O=Example"].contains(try Certificate(pem: text).subject))
    }

    @Test("texts of older kinds")
    func olderTexts() throws {
        func text(_ bytes: [UInt8]) throws -> String { DirectoryText.text(try #require(DERField(parsing: bytes))) }
        #expect(try text([0x14, 2, 0x41, 0xFC]) == "Aü")
        #expect(try text([0x1E, 4, 0x00, 0x41, 0x20, 0xAC]) == "A€")
        #expect(try text([0x1E, 3, 0x00, 0x41, 0x20]) == "A")
        #expect(try text([0x02, 1, 5]) == "?")
    }

    @Test("control characters do not reach a terminal")
    func controls() throws {
        let text = try TestCertificates.selfSigned(TestKeys.p256.get(), subject: "/CN=a\u{1B}[31m\u{202E}b")
        #expect(try Certificate(pem: text).subject == #"CN=a\1B[31m\E2\80\AEb"#)
    }

    @Test("years beyond 2049, which have another form")
    func generalizedTime() throws {
        let text = try TestCertificates.selfSigned(TestKeys.p256.get(), options: ["-days", "36500"])
        let certificate = try Certificate(pem: text)
        #expect(certificate.notAfter == certificate.notBefore + 36_500 * 86_400)
        #expect(try certificate.notAfter == openSSLDate(text, "-enddate"))
    }

    @Test("texts without a certificate")
    func none() throws {
        let pem = try TestKeys.p256.get()
        #expect(try error("").message == "the text holds no certificate")
        #expect(try error(pem).message == "the text holds a private key but no certificate")
        #expect(try error(String(repeating: "x", count: 1 << 20)).message.contains("256 KiB"))
    }

    @Test("a part of one, and one with any byte changed")
    func damaged() throws {
        let text = try TestCertificates.selfSigned(TestKeys.p256.get())
        for count in stride(from: 30, to: text.count - 30, by: 23) {
            #expect(try error(String(text.prefix(count))).message == "the certificate is cut off or damaged")
        }
        let der = try #require(PEMBlock.all(in: text).first?.content)
        for place in der.indices {
            for change in [0x01, 0x20, 0xFF] as [UInt8] {
                var changed = der
                changed[place] ^= change
                let label = "CERTIFICATE-----"
                let pem = "-----BEGIN \(label)\n\(Data(changed).base64EncodedString())\n-----END \(label)"
                // Many a change leaves one that can be read; none may crash.
                _ = try? Certificate(pem: pem)
            }
        }
    }

    @Test(
        "moments",
        arguments: [("700101000000Z", 0.0), ("000229123456Z", 951_827_696), ("491231235959Z", 2_524_607_999)])
    func moments(text: String, seconds: Double) throws {
        let field = try #require(DERField(parsing: [0x17, UInt8(text.utf8.count)] + Array(text.utf8)))
        #expect(CertificateTime.seconds(field) == seconds)
        let long = (text.first == "7" ? "19" : "20") + text
        let longField = try #require(DERField(parsing: [0x18, UInt8(long.utf8.count)] + Array(long.utf8)))
        #expect(CertificateTime.seconds(longField) == seconds)
    }

    private func error(_ text: String) throws -> KeyError {
        try #require(throws: KeyError.self) { try Certificate(pem: text) }
    }

    /// A date as `openssl` prints it, in seconds since 1970.
    private func openSSLDate(_ text: String, _ option: String) throws -> Double {
        let printed = try OpenSSL.text(["x509", "-noout", option, "-dateopt", "iso_8601"], input: text)
        let date = printed.split(separator: "=")[1].trimmingCharacters(in: .newlines).replacing(" ", with: "T")
        return try Date(date, strategy: .iso8601).timeIntervalSince1970
    }
}
