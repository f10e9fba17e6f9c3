import Testing

@testable import HTTP

struct HTTPDateTests {
    @Test(arguments: [
        "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
        "sun, 6 nov 1994 08:49:37 GMT",
    ])
    func readsTheThreeForms(text: String) {
        #expect(HTTPDate.seconds(text) == 784_111_777)
    }

    @Test func knowsLeapYears() {
        #expect(HTTPDate.seconds("Thu, 29 Feb 2024 00:00:00 GMT") == 1_709_164_800)
        #expect(HTTPDate.seconds("Thu, 01 Jan 1970 00:00:00 GMT") == 0)
        #expect(HTTPDate.seconds("Mon, 01 Mar 2100 00:00:00 GMT") == 4_107_542_400)
    }

    @Test(arguments: [
        "", "tomorrow", "Sun, 06 Nov 1994", "Sun, 99 Nov 1994 08:49:37 GMT", "Sun, 06 Foo 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 25:49:37 GMT", "Sun, 06 Nov 1994 08:49 GMT", "Sun, 06 Nov 99999999999999999999 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 CET",
    ])
    func refuses(text: String) {
        #expect(HTTPDate.seconds(text) == nil)
    }
}
