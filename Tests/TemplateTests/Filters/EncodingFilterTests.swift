import JSON
import Template
import Testing

@Suite("Filters that encode and hash")
struct EncodingFilterTests {
    @Test(
        "Results",
        arguments: [
            ("\"a b/é?\" | url", "a%20b%2F%C3%A9%3F"), ("\"-._~Az09\" | url", "-._~Az09"),
            ("\"a b/é/\" | path", "a%20b/%C3%A9/"), ("\"\" | base64", ""), ("\"f\" | base64", "Zg=="),
            ("\"fo\" | base64", "Zm8="), ("\"foo\" | base64", "Zm9v"), ("\"foob\" | base64", "Zm9vYg=="),
            ("\"~~?é\" | base64", "fn4/w6k="), ("\"~~?é\" | base64url", "fn4_w6k"), ("\"f\" | base64url", "Zg"),
            ("\"é\" | hex", "c3a9"), ("12 | hex", "3132"),
            ("\"abc\" | sha256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            ("\"abc\" | sha256 | hex", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            ("\"abc\" | sha256 | base64", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
            ("\"abc\" | sha256 | upper", "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"),
            (
                "\"what do ya want for nothing?\" | hmac_sha256(\"Jefe\")",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
            ),
            // The key of the second is the bytes of the first, as the signatures of AWS have it.
            (
                "\"b\" | hmac_sha256(\"a\" | hmac_sha256(\"k\"))",
                "693643825562386579861644d1d9f4eb3aeb431f8b5897bbc22a2f2724590a3e"
            ),
        ])
    func results(text: String, expected: String) throws {
        #expect(try evaluate("${\(text)}") == .string(expected))
    }

    @Test(
        "File names lead nowhere",
        arguments: [
            ("report 2024.json", "report 2024.json"), ("../../etc/passwd", "_._.._etc_passwd"), ("a/b\\c:d", "a_b_c_d"),
            ("", "_"), (".", "_"), ("..", "_"), ("...", "_"), (".hidden", "_hidden"), ("name. .", "name"), ("é😀", "é😀"),
            ("a\u{0}b\nc\u{202E}d", "a_b_c_d"), ("CON?*\"<>|", "CON______"),
        ])
    func fileNames(text: String, expected: String) throws {
        let scope = TestScope(.object([JSONMember(name: "x", value: .string(text))]))
        #expect(try evaluate("${vars.x | filename}", in: scope) == .string(expected))
    }

    @Test("File names are cut between characters")
    func longFileName() throws {
        let scope = TestScope(.object([JSONMember(name: "x", value: .string(String(repeating: "é", count: 300)))]))
        #expect(try evaluate("${vars.x | filename}", in: scope) == .string(String(repeating: "é", count: 100)))
    }

    @Test("A key's fingerprint comes from outside and is no secret")
    func keyFingerprint() throws {
        var scope = TestScope()
        #expect(try failure(of: "${secrets.a | key_fingerprint}", in: scope)?.message.contains("not known") == true)
        scope.functions.keyFingerprint = { text throws(TemplateError) in
            guard text == "s3cret-a" else { throw TemplateError(message: "no key", hint: "a PEM") }
            return "SHA256:abc"
        }
        let value = try Template("${secrets.a | key_fingerprint}").evaluate(in: scope)
        #expect(value.json == .string("SHA256:abc"))
        #expect(!value.isSecret)
        let failure = try failure(of: "${secrets.b | key_fingerprint}", in: scope)
        #expect(failure?.message == "no key")
        #expect(failure?.hint == "a PEM")
        #expect(failure?.range == 14..<29)
    }

    @Test(
        "Only text is encoded",
        arguments: [
            "url", "path", "base64", "base64url", "hex", "sha256", "filename", "key_fingerprint", "hmac_sha256(\"k\")",
        ])
    func errors(filter: String) throws {
        #expect(try failure(of: "${null | \(filter)}") != nil)
        #expect(try failure(of: "${vars.l | \(filter)}", in: TestScope(json: #"{"l": []}"#)) != nil)
    }
}
