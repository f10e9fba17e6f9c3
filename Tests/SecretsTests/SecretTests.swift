import Secrets
import Testing

@Suite struct SecretTests {
    @Test func neverPrints() {
        let secret = Secret("hunter22")
        let text = SensitiveText("hunter22", isSecret: true)
        var dumped = ""
        dump([secret], to: &dumped)
        dump((text, ["k": text]), to: &dumped)
        for shown in ["\(secret)", String(reflecting: secret), "\(text)", String(reflecting: [text]), dumped] {
            #expect(!shown.contains("hunter22"))
        }
        #expect("\(secret)" == "***")
        #expect(secret.reveal() == "hunter22")
    }

    @Test func plainTextPrints() {
        #expect("\(SensitiveText("open"))" == "open")
        #expect(String(reflecting: SensitiveText("open")) == "\"open\"")
        #expect(SensitiveText(Secret("x")).isSecret)
    }

    @Test func comparesByText() {
        #expect(Secret("a") == Secret("a") && Secret("a") != Secret("b"))
        #expect(Secret("").isEmpty && !Secret("a").isEmpty)
    }
}
