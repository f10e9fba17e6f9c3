import Secrets
import Testing

@Suite struct RedactorTests {
    private let value = #"p@ss/wörd "x" & 'y'+z?"#

    private func redactor(_ texts: String...) -> Redactor {
        let redactor = Redactor()
        for text in texts { redactor.register(Secret(text)) }
        return redactor
    }

    @Test(arguments: [
        #"p@ss/wörd "x" & 'y'+z?"#,
        #"p%40ss%2Fw%C3%B6rd%20%22x%22%20%26%20%27y%27%2Bz%3F"#,
        #"p%2540ss%252Fw%25C3%25B6rd%2520%2522x%2522%2520%2526%2520%2527y%2527%252Bz%253F"#,
        #"p%40ss%2fw%c3%b6rd%20%22x%22%20%26%20%27y%27%2bz%3f"#,
        #"p%40ss%2Fw%C3%B6rd+%22x%22+%26+%27y%27%2Bz%3F"#,
        #"p@ss/w%C3%B6rd%20%22x%22%20&%20'y'+z%3F"#,
        #"p@ss/wörd \"x\" & 'y'+z?"#,
        #"p@ss\/wörd \"x\" & 'y'+z?"#,
        #"p@ss/w\u00f6rd \"x\" & 'y'+z?"#,
        #"p@ss/w\u00F6rd \"x\" & 'y'+z?"#,
        #"p@ss/wörd &quot;x&quot; &amp; &#39;y&#39;+z?"#,
        #"p@ss/wörd &quot;x&quot; &amp; 'y'+z?"#,
        #"p@ss/wörd "x" & '\''y'\''+z?"#,
        #"p@ss/wörd "x" & '"'"'y'"'"'+z?"#,
        #"p@ss/wörd "x" & ''y''+z?"#,
        #"p@ss/wörd ""x"" & 'y'+z?"#,
        #"p@ss/wörd\ \"x\"\ \&\ \'y\'+z\?"#,
        #"p@ss/w\örd\ \"x\"\ \&\ \'y\'+z\?"#,
        #"p\@ss\/wörd\ \"x\"\ \&\ \'y\'\+z\?"#,
        #"p@ss/wörd "x" & \'y\'+z?"#,
        #"p@ss/wörd \"x\" & \'y\'+z?"#,
        #"p@ss/w\303\266rd "x" & \'y\'+z?"#,
        #"p@ss/w\xc3\xb6rd "x" & \'y\'+z?"#,
        #"p@ss/w\xc3\xb6rd \"x\" & 'y'+z?"#,
        "7040737 32f77c3b67264".replacing(" ", with: "") + "20227822202620277927" + "2b7a3f",
        "7040737 32F77C3B67264".replacing(" ", with: "") + "20227822202620277927" + "2B7A3F",
    ])
    func masksEachForm(_ form: String) {
        #expect(redactor(value).redact("<\(form)>") == "<***>")
    }

    static let printed: [(secret: String, form: String)] = [
        (#"C:\new $HOME `x`!"#, #"C:\\new \$HOME \`x\`!"#), (#"C:\new $HOME `x`!"#, #"C:\\new \$HOME \`x\`\!"#),
        ("#it is o'clock", ##"\#it\ is\ o\'clock"##), ("~it is o'clock", #"\~it\ is\ o\'clock"#),
        ("two\nlines\tit's\u{1}", #"two\nlines\tit\'s\001"#), ("two\nlines\tit's\u{1}", #"two\nlines\tit's\x01"#),
        ("two\nlines o'clock", #"two'\#n'lines\ o\'clock"#),
    ]

    @Test(arguments: printed)
    func masksWhatShellsPrint(_ secret: String, _ form: String) {
        #expect(redactor(secret).redact("<\(form)>") == "<***>")
    }

    @Test(arguments: ["", "a", "ab", "abc", "client:", "x\u{1}"])
    func masksBase64AtEveryAlignment(_ before: String) {
        let secret = "s3cr3t-?>value~~\u{FF}"
        for after in ["", "!", "!!", "!!!"] {
            for urlSafe in [false, true] {
                let encoded = base64(Array((before + secret + after).utf8), urlSafe: urlSafe)
                let masked = redactor(secret).redact(encoded)
                #expect(masked.contains("***"))
                // What is left beside the mask are the digits that hold bits of the neighbours.
                #expect(masked.count <= before.count * 4 / 3 + after.count * 4 / 3 + 11)
                #expect(!masked.contains(encoded.dropFirst(before.utf8.count * 4 / 3 + 4).prefix(12)))
            }
        }
    }

    @Test func masksBase64InsideAURL() {
        let secret = "~~~???>>>~~~???>>>"
        let encoded = base64(Array(secret.utf8), urlSafe: false)
        let inURL = encoded.replacing("+", with: "%2B").replacing("/", with: "%2F")
        #expect(encoded != inURL)
        #expect(redactor(secret).redact("q=\(inURL)&x") == "q=***&x")
    }

    @Test func masksShortValuesOnlyRaw() {
        let redactor = redactor("abcd", "xyz")
        #expect(redactor.redact("abcd xyz YWJjZA== 61626364") == "*** xyz YWJjZA== 61626364")
    }

    @Test func prefersTheLongest() {
        #expect(redactor("secret", "secret-and-more").redact("secret-and-more secret-and") == "*** ***-and")
    }

    @Test func masksLinesOfAKey() {
        let key = "-----BEGIN KEY-----\nQUJDREVGR0hJSktM\nTU5PUFFSU1RVVldY\n-----END KEY-----\n"
        #expect(redactor(key).redact("line QUJDREVGR0hJSktM and TU5PUFFSU1RVVldY") == "line *** and ***")
        #expect(redactor(key).redact("-----BEGIN KEY-----") == "-----BEGIN KEY-----")
        #expect(redactor("  padded-value\n").redact("padded-value") == "***")
    }

    @Test func leavesOtherTextAlone() {
        let redactor = redactor(value, "another secret value")
        let text = String(repeating: "nothing to see, p@ss, secret. ", count: 100)
        #expect(redactor.redact(text) == text)
        #expect(Redactor().redact("abcd") == "abcd")
        #expect(redactor.redact([0xFF, 0x00]) == [0xFF, 0x00])
        #expect(redactor.redact("") == "")
        #expect(self.redactor("", "  \n ").redact("a  \n b") == "a  \n b")
    }

    @Test func masksRepeatedAndAdjacentValues() {
        #expect(redactor("abcdabcd").redact("abcdabcdabcdabcd-abcdabc") == "******-abcdabc")
    }

    private func base64(_ bytes: [UInt8], urlSafe: Bool) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + (urlSafe ? "-_" : "+/"))
        var result = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = Array(bytes[start..<min(start + 3, bytes.count)])
            let value = (0..<3).reduce(0) { $0 << 8 | ($1 < group.count ? Int(group[$1]) : 0) }
            for place in 0...group.count { result.append(digits[value >> (18 - 6 * place) & 63]) }
            if !urlSafe { result += String(repeating: "=", count: 3 - group.count) }
        }
        return result
    }
}
