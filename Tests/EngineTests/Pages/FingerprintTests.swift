import Testing

@testable import Engine

@Suite struct FingerprintTests {
    @Test func isTheSameForTheSameBytes() {
        #expect(Fingerprint("the same page").value == Fingerprint("the same page").value)
    }

    @Test func tellsBytesApart() {
        let texts = (0..<2000).map { String(repeating: "x", count: $0 % 40) + String($0) } + ["", "\0", "\0\0"]
        #expect(Set(texts.map { Fingerprint($0).value }).count == texts.count)
    }

    @Test func tellsWhereOnePartEnds() {
        var left = Fingerprint()
        left.combine("ab")
        left.combine("c")
        var right = Fingerprint()
        right.combine("a")
        right.combine("bc")
        #expect(left.value != right.value)
    }
}
