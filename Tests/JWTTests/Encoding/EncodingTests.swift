import Testing

@testable import JWT

@Suite("Base64url, hashes and random text")
struct EncodingTests {
    @Test(
        "the bytes and their text",
        arguments: [
            ([], ""), ([0xFF], "_w"), ([0xFB, 0xFF], "-_8"), ([0, 0, 0], "AAAA"),
            // RFC 7515, appendix C.
            ([3, 236, 255, 224, 193], "A-z_4ME"),
        ] as [([UInt8], String)])
    func base64URL(bytes: [UInt8], text: String) {
        #expect(Base64URL.encode(bytes) == text)
        #expect(Base64URL.decode(text) == bytes)
        #expect(Base64URL.decode(text + String(repeating: "=", count: (4 - text.count % 4) % 4)) == bytes)
    }

    @Test("other text", arguments: ["A", "A-z/4ME", "A+z_4ME", "AA AA", "AA\nAA", "AA=A", "ÿÿÿÿ", "AAAA!", "AAAAA"])
    func other(text: String) {
        #expect(Base64URL.decode(text) == nil)
    }

    @Test("SHA-256 of FIPS 180-2, B.1")
    func sha256() {
        let digest = SHA256Digest.of("abc".utf8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        #expect(digest == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test("random text is new each time and as long as asked")
    func random() {
        let texts = Set((0..<1000).map { _ in RandomText.make() })
        #expect(texts.count == 1000)
        #expect(texts.allSatisfy { $0.utf8.count == 22 && Base64URL.decode($0)?.count == 16 })
        #expect(RandomText.make(bytes: 32).utf8.count == 43)
        #expect(RandomText.make(bytes: 0).isEmpty && RandomText.make(bytes: -1).isEmpty)
    }
}
