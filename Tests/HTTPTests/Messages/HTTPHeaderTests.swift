import HTTP
import Secrets
import Testing

struct HTTPHeaderTests {
    @Test(arguments: [("X-A", "b"), ("X-Empty", ""), ("x!#$%&'*+-.^_`|~1", "a\tb ü")])
    func canBeSent(name: String, value: String) {
        #expect(HTTPHeader(name, value).problem == nil)
    }

    @Test(arguments: [
        ("", "b"), ("X A", "b"), ("X:A", "b"), ("Ü", "b"), ("X\r\n", "b"), ("X", "a\r\nY: b"), ("X", "a\nb"),
        ("X", "a\rb"), ("X", "a\u{0}b"), ("X", "a\u{7F}b"), ("Content-Length", "3"), ("transfer-encoding", "chunked"),
    ])
    func cannotBeSent(name: String, value: String) {
        #expect(HTTPHeader(name, value).problem != nil)
    }

    @Test func namesAreTheSameWhateverTheirCase() {
        var headers = HTTPHeaders()
        headers.add("X-One", "1")
        headers.add("x-two", "2")
        headers.add("X-ONE", "3")
        #expect(headers.all("x-one") == ["1", "3"])
        #expect(headers.first("X-Two") == "2")
        #expect(headers.contains("x-one") && !headers.contains("x-on"))
        headers.set(HTTPHeader("x-One", "4"))
        #expect(headers.map(\.name) == ["x-two", "x-One"])
        headers.remove("X-TWO")
        #expect(headers.map(\.value.text) == ["4"])
    }

    @Test func aSecretValueIsNotPrinted() {
        let header = HTTPHeader("Authorization", SensitiveText("Bearer abc", isSecret: true))
        #expect(!"\(header)".contains("abc"))
        var dumped = ""
        dump(header, to: &dumped)
        #expect(!dumped.contains("abc"))
    }
}
