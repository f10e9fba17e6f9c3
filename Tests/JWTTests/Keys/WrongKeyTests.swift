import Foundation
import Testing

@testable import JWT

@Suite("Texts that are no private key")
struct WrongKeyTests {
    @Test("a part of a key, however much of it")
    func truncated() throws {
        for (name, result) in TestKeys.all {
            let text = try result.get()
            let end = try #require(text.range(of: "-----END PRIVATE KEY-----"))
            for count in stride(from: 1, to: text.distance(from: text.startIndex, to: end.upperBound), by: 37) {
                try check(keyError(String(text.prefix(count))), hides: text, "\(name), \(count)")
            }
            // Whole lines that are missing inside.
            var lines = text.split(separator: "\n")
            lines.remove(at: 1)
            try check(keyError(lines.joined(separator: "\n")), hides: text, name)
        }
        let text = try TestKeys.rsa.get()
        #expect(try keyError(String(text.prefix(300))) == WrongKeyText.cutOff)
        #expect(try keyError(text.replacing("END PRIVATE", with: "END RSA PRIVATE")) == WrongKeyText.cutOff)
    }

    @Test("damaged content: each byte of an EC key changed")
    func damaged() throws {
        let text = try TestKeys.p256.get()
        let der = try #require(PEMBlock.all(in: text).first?.content)
        for place in der.indices {
            var changed = der
            changed[place] ^= 0xFF
            let pem = "-----BEGIN PRIVATE KEY-----\n\(Data(changed).base64EncodedString())\n-----END PRIVATE KEY-----"
            // Many a change leaves a key of another number; none may crash.
            do { _ = try key(pem) } catch let error as KeyError { try check(error, hides: text, "\(place)") }
        }
    }

    @Test("encrypted keys, in the new form and the old")
    func encrypted() throws {
        let text = try TestKeys.rsa.get()
        let modern = try OpenSSL.text(["pkcs8", "-topk8", "-passout", "pass:x"], input: text)
        let old = try OpenSSL.text(["rsa", "-traditional", "-aes128", "-passout", "pass:x"], input: text)
        #expect(modern.contains("BEGIN ENCRYPTED") && old.contains("Proc-Type"))
        #expect(try keyError(modern) == WrongKeyText.encrypted)
        #expect(try keyError(old) == WrongKeyText.encrypted)
        #expect(try keyError(TestCertificates.selfSigned(text) + modern) == WrongKeyText.encrypted)
    }

    @Test("other things in PEM")
    func otherPEM() throws {
        let text = try TestKeys.p256.get()
        let publicKey = try OpenSSL.text(["pkey", "-pubout"], input: text)
        #expect(try keyError(publicKey).message == "this is a public key, which cannot sign")
        let certificate = try TestCertificates.selfSigned(text)
        #expect(try keyError(certificate).message == "this is a certificate, not its private key")
        let openSSH = "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA\n-----END OPENSSH PRIVATE KEY-----"
        #expect(try keyError(openSSH).message == "this is a private key in OpenSSH's own format")
        let parameters = try OpenSSL.text(["ecparam", "-name", "prime256v1"])
        #expect(try keyError(parameters).message == "the PEM text holds no private key")
        let made = "-----BEGIN CERTIFICATE REQUEST-----\nMAA=\n-----END CERTIFICATE REQUEST-----"
        #expect(try keyError(made).message.contains("request for a certificate"))
    }

    @Test(
        "keys of kinds that sign no tokens here",
        arguments: [
            (["genpkey", "-algorithm", "X25519"], "X25519"), (["genpkey", "-algorithm", "ED448"], "Ed448"),
            (
                ["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:secp256k1"],
                "on a curve that is not supported"
            ),
            (
                [
                    "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-pkeyopt",
                    "ec_param_enc:explicit",
                ], "spells out its curve"
            ),
        ])
    func otherKinds(arguments: [String], message: String) throws {
        let text = try OpenSSL.text(arguments)
        #expect(try keyError(text).message.contains(message))
    }

    @Test("RSA keys that are too short")
    func weakRSA() throws {
        let error = try keyError(TestKeys.weakRSA.get())
        #expect(error.message == "the RSA key has 1024 bits; 2048 are the least (RFC 7518, 3.3)")
        let older = try OpenSSL.text(["rsa", "-traditional"], input: TestKeys.weakRSA.get())
        #expect(try keyError(older) == error)
    }

    @Test(
        "texts without any PEM",
        arguments: [
            ("", "empty"), (" \n\t", "empty"), ("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 me", "public key"),
            ("ecdsa-sha2-nistp256 AAAA", "public key"), ("PuTTY-User-Key-File-3: ssh-rsa", "PuTTY"),
            ("LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0t", "base64 once more"), ("MIIEvQIBADANBg", "without the lines"),
            ("/etc/keys/client", "path of a file"), ("./client", "path of a file"), ("client.pem", "path of a file"),
            ("hunter22", "this is no private key"), ("[]", "this is no private key"),
            ("null", "this is no private key"),
            ("-----BEGIN", "no END line"), ("-----BEGIN PRIVATE KEY", "no END line"),
            ("-----BEGIN PRIVATE KEY-----", "no END line"),
            ("-----BEGIN PRIVATE KEY----------END PRIVATE KEY-----", "damaged"),
            ("-----BEGIN PRIVATE KEY-----\n\u{1F511}\n-----END PRIVATE KEY-----", "no base64"),
            ("-----BEGIN PRIVATE KEY-----\nMAA=\\x\n-----END PRIVATE KEY-----", "no base64"),
            ("-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----", "damaged"),
        ])
    func plain(text: String, message: String) throws {
        #expect(try keyError(text).message.contains(message))
        #expect(try !keyError(text).message.contains("hunter22"))
    }

    @Test("1 MiB of text, of several shapes")
    func large() throws {
        let texts = [
            String(repeating: "a", count: 1 << 20), String(repeating: "-----BEGIN ", count: 1 << 16),
            "{" + String(repeating: " ", count: 1 << 20), String(repeating: "é", count: 1 << 19),
        ]
        for text in texts {
            #expect(try keyError(text).message == "the text of the key has more than 256 KiB")
            // And the same just below the limit.
            #expect(throws: KeyError.self) { try key(String(text.prefix(100_000))) }
        }
        let nested = String(repeating: "[", count: 100_000)
        #expect(throws: KeyError.self) { try key(#"{"kty":\#(nested)"#) }
        let deep = Data(repeating: 0x30, count: 100_000).base64EncodedString()
        #expect(throws: KeyError.self) { try key("-----BEGIN PRIVATE KEY-----\(deep)-----END PRIVATE KEY-----") }
    }

    @Test("random bytes, alone and as content")
    func random() throws {
        var generator = SplitMix(state: 36)
        for _ in 0..<2000 {
            let count = Int.random(in: 0...200, using: &generator)
            let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
            #expect(throws: KeyError.self) { try key(String(decoding: bytes, as: UTF8.self)) }
            let content = Data([0x30, 0x80 | UInt8(count & 1), UInt8(count)] + bytes).base64EncodedString()
            for label in ["PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY"] {
                #expect(throws: KeyError.self) { try key("-----BEGIN \(label)-----\(content)-----END \(label)-----") }
            }
        }
    }

    /// Whether no eight characters of the key's content stand in an error.
    private func check(_ error: KeyError, hides text: String, _ comment: String) throws {
        let shown = error.message + (error.hint ?? "")
        #expect(!error.message.isEmpty)
        for line in text.split(separator: "\n") where !line.hasPrefix("-----") {
            for start in stride(from: 0, to: max(0, line.count - 8), by: 4) {
                #expect(!shown.contains(line.dropFirst(start).prefix(8)), "\(comment)")
            }
        }
    }
}
