import HTTP
import Testing

struct PercentEncodingTests {
    @Test func keepsTheUnreserved() {
        #expect(PercentEncoding.encode("aZ0-._~ /?&=+ü*") == "aZ0-._~%20%2F%3F%26%3D%2B%C3%BC%2A")
    }

    @Test func encodesForForms() {
        #expect(PercentEncoding.encodeForForm("aZ0*-._ ~+%&=ü") == "aZ0*-._+%7E%2B%25%26%3D%C3%BC")
    }
}
