import Secrets
import Testing

@testable import Engine

@Suite struct ExcerptTests {
    @Test func masksBeforeItCuts() {
        let redactor = Redactor()
        redactor.register(Secret("s3cr3t-value"))
        #expect(redactor.excerpt("abc s3cr3t-value", limit: 8) == "abc ***")
        #expect(!redactor.excerpt("abc s3cr3t-value", limit: 8).contains("s3cr"))
    }

    @Test func escapesWhatATerminalActsOn() {
        #expect(Redactor().excerpt("a\u{1B}[31m\n") == "a\\u{1b}[31m\\n")
    }

    @Test(arguments: [
        (Duration.seconds(30), "30 s"), (.milliseconds(1500), "1.5 s"), (.milliseconds(45), "0.045 s"), (.zero, "0 s"),
        (.seconds(600), "600 s"), (.milliseconds(1010), "1.01 s"),
    ])
    func writesSeconds(duration: Duration, text: String) {
        #expect(duration.formattedSeconds == text)
    }
}
