import Foundation
import JSON
import Secrets
import Testing

@testable import JWT

@Suite("Formats of private keys")
struct KeyFormatTests {
    @Test(
        "PKCS#8, and the older form of RSA and EC, are the same key",
        arguments: [
            ("RSA", "RSA, 2048 bits", "RSA PRIVATE KEY"), ("P-256", "EC P-256", "EC PRIVATE KEY"),
            ("P-384", "EC P-384", "EC PRIVATE KEY"), ("P-521", "EC P-521", "EC PRIVATE KEY"),
            ("Ed25519", "Ed25519", "PRIVATE KEY"),
        ])
    func formats(name: String, summary: String, label: String) throws {
        let text = try #require(TestKeys.all[name]).get()
        let pkcs8 = try key(text)
        #expect(pkcs8.summary == summary)
        #expect(pkcs8.keyID == nil)
        let older = name == "Ed25519" ? text : try OpenSSL.text(["pkey", "-traditional"], input: text)
        #expect(older.contains("-----BEGIN \(label)-----"))
        #expect(try key(older).thumbprint == pkcs8.thumbprint)
        #expect(try key(pkcs8.pkcs8PEM.reveal()).thumbprint == pkcs8.thumbprint)
        #expect(pkcs8.pkcs8PEM.reveal().hasPrefix("-----BEGIN PRIVATE KEY-----\n"))
        // What openssl reads back is the same key too.
        let again = try OpenSSL.text(["pkey"], input: pkcs8.pkcs8PEM.reveal())
        #expect(try key(again).thumbprint == pkcs8.thumbprint)
    }

    @Test(
        "line breaks may be anything",
        arguments: ["\r\n", "\\n", "\\r\\n", "\\\\n", " ", "\t", "\n\n", "\n    "], ["RSA", "Ed25519"])
    func lineBreaks(lineBreak: String, name: String) throws {
        let text = try #require(TestKeys.all[name]).get()
        let changed = text.replacing("\n", with: lineBreak)
        #expect(try key(changed).thumbprint == key(text).thumbprint)
        #expect(try key("  \"\(changed)\"  ").thumbprint == key(text).thumbprint)
    }

    @Test("PEM without any line break in the content")
    func oneLine() throws {
        let text = try TestKeys.rsa.get()
        let lines = text.split(separator: "\n")
        let changed = [String(lines[0]), lines.dropFirst().dropLast().joined(), String(lines[lines.count - 1])]
        #expect(try key(changed.joined(separator: "\n")).thumbprint == key(text).thumbprint)
        #expect(try key(changed.joined()).thumbprint == key(text).thumbprint)
    }

    @Test("the key among other blocks, whatever stands around them")
    func severalBlocks() throws {
        let text = try TestKeys.p256.get()
        let certificate = try TestCertificates.selfSigned(text)
        let parameters = try OpenSSL.text(["ecparam", "-name", "prime256v1", "-genkey"])
        #expect(parameters.contains("EC PARAMETERS"))
        #expect(try key(parameters).summary == "EC P-256")
        for all in [
            certificate + text, text + certificate, "Bag Attributes\n  localKeyID: 01\n\(certificate)\n\(text)",
        ] {
            #expect(try key(all).thumbprint == key(text).thumbprint)
        }
        let second = try TestKeys.ed25519.get()
        #expect(try key(text + second).thumbprint == key(text).thumbprint)
    }

    @Test("the Ed25519 key of RFC 8410 section 10.3 with its public half and an attribute")
    func versionTwo() throws {
        let text = """
            -----BEGIN PRIVATE KEY-----
            MHICAQEwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
            oB8wHQYKKoZIhvcNAQkJFDEPDA1DdXJkbGUgQ2hhaXJzgSEAGb9ECWmEzf6FQbrB
            Z9w7lshQhqowtrbLDFw4rXAxZuE=
            -----END PRIVATE KEY-----
            """
        #expect(try key(text).publicJWK["x"]?.string == "Gb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE")
    }

    @Test("an RSA key for PSS only")
    func pssOnly() throws {
        let key = try key(TestKeys.rsaPSS.get())
        #expect(key.summary == "RSA-PSS, 2048 bits")
        #expect(key.algorithms == [.ps256, .ps384, .ps512])
    }

    @Test("an EC key without its public half, and one whose number lost its first zeros")
    func shortEC() throws {
        let text = try OpenSSL.text(["ec", "-no_public"], input: TestKeys.p384.get())
        #expect(try key(text).thumbprint == key(TestKeys.p384.get()).thumbprint)
        #expect(try key(#"{"kty":"EC","crv":"P-256","d":"AQ"}"#).summary == "EC P-256")
        #expect(
            try key(#"{"kty":"EC","crv":"P-256","d":"AQ"}"#).thumbprint
                == key(#"{"kty":"EC","crv":"P-256","d":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE"}"#).thumbprint)
    }

    @Test("what each kind of key can sign, the default first")
    func algorithms() throws {
        let expected: [String: [SigningAlgorithm]] = [
            "RSA": [.rs256, .rs384, .rs512, .ps256, .ps384, .ps512], "P-256": [.es256], "P-384": [.es384],
            "P-521": [.es512], "Ed25519": [.edDSA, .ed25519],
        ]
        for (name, text) in TestKeys.all {
            #expect(try key(text.get()).algorithms == expected[name])
        }
    }

    @Test("a generated key is new each time and can be stored")
    func generated() throws {
        let made = PrivateKey.generateES256()
        #expect(made.algorithms == [.es256] && made.summary == "EC P-256")
        #expect(made.thumbprint != PrivateKey.generateES256().thumbprint)
        #expect(try PrivateKey(made.pkcs8PEM).thumbprint == made.thumbprint)
    }

    @Test("a key does not print itself")
    func neverPrints() throws {
        let text = ExampleKeys.rfc8037
        let key = try key(text)
        var dumped = ""
        dump([key], to: &dumped)
        let signer = try JWTSigner(key: key)
        dump(signer, to: &dumped)
        let shared = try JWTSigner(secret: Secret(String(repeating: "hunter22", count: 8)), algorithm: .hs256)
        dump(shared, to: &dumped)
        let shown = "\(key) \(String(reflecting: key)) \(signer) \(String(reflecting: shared)) \(key.pkcs8PEM)" + dumped
        #expect(!shown.contains("nWGxne") && !shown.contains("hunter22") && !shown.contains("157"))
        #expect("\(key)" == "Ed25519" && "\(shared)" == "HS256")
    }
}
