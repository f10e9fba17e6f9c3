import Testing

@testable import HTTP

@Suite struct ContentRangeTests {
    @Test func readsAPart() {
        #expect(ContentRange("bytes 100-199/1000")?.start == 100)
        #expect(ContentRange("bytes 100-199/1000")?.total == 1000)
        #expect(ContentRange("BYTES 0-0/*")?.start == 0)
        #expect(ContentRange("BYTES 0-0/*")?.total == nil)
    }

    @Test(arguments: [
        "", "bytes", "bytes */100", "bytes 5-1/10", "bytes -5-1/10", "bytes 0-9/9", "bytes 0-9", "lines 0-1/2",
        "bytes 0-9/99999999999999999999", "bytes 0-1-2/3", "bytes 0 - 1/3",
    ])
    func refusesAnythingElse(_ text: String) {
        #expect(ContentRange(text) == nil)
    }
}
