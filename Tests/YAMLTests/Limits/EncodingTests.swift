import Diagnostics
import Testing
import YAML

struct EncodingTests {
    @Test(arguments: [
        [0x61, 0x3A, 0x20, 0xFF], [0x61, 0x3A, 0x20, 0xC3], [0x61, 0x3A, 0x20, 0xC3, 0x28],
        [0x61, 0x3A, 0x20, 0xED, 0xA0, 0x80],
        [0x61, 0x3A, 0x20, 0xC0, 0xAF], [0x61, 0x3A, 0x20, 0xF4, 0x90, 0x80, 0x80], [0x61, 0x3A, 0x20, 0xE9, 0x0A],
    ])
    func notUTF8(bytes: [UInt8]) {
        let reading = Reading(bytes: bytes)
        #expect(reading.codes == ["E0011"])
        #expect(reading.diagnostics.first?.span?.start == 3)
        #expect(reading.node == nil)
    }

    @Test(arguments: [
        [0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61], [0x61, 0x00, 0x3A, 0x00], [0x00, 0x61, 0x00, 0x3A],
        [0xFF, 0xFE],
    ])
    func utf16(bytes: [UInt8]) {
        let reading = Reading(bytes: bytes)
        #expect(reading.codes == ["E0011"])
        #expect(reading.diagnostics.first?.title.contains("UTF-16") == true)
    }

    @Test(arguments: [
        "a: x⟦\0⟧", "a: x⟦\u{1B}⟧", "⟦\u{7F}⟧", "a: ⟦\u{9F}⟧", "a: b⟦\u{FEFF}⟧c", "a: é⟦\u{FFFE}⟧", "# ⟦\u{8}⟧",
    ])
    func controlCharacters(text: String) {
        let marked = MarkedText(text)
        let reading = Reading(marked.file)
        #expect(reading.codes == ["E0012"])
        #expect(reading.diagnostics.first?.span == marked.spans.first)
    }

    @Test(arguments: ["a: x\u{85}  b", "a: \u{A0}", "a: \u{FFFD}", "a: \u{10FFFF}", "a: x\u{2028} b"])
    func whatIsAllowed(text: String) {
        #expect(Reading(text).node != nil)
    }

    @Test func escapesMayStandForControlCharacters() {
        #expect(Reading(#"a: "\0\x1b""#).node?["a"]?.scalar?.text == "\0\u{1B}")
    }
}
