import Secrets
import Testing

@testable import HTTP

struct ResponseHeadTests {
    private func head(_ lines: [String]) -> ResponseHead {
        var head = ResponseHead()
        for line in lines { _ = Array((line + "\r\n").utf8).withUnsafeBytes { head.receive($0) } }
        return head
    }

    @Test func readsAHead() {
        let head = head(["HTTP/1.1 200 OK", "Content-Type:  text/plain ", "X-Empty:", "X: a:b", ""])
        #expect(head.status == 200 && head.version == "1.1" && head.isComplete)
        #expect(head.headers.map(\.name) == ["Content-Type", "X-Empty", "X"])
        #expect(head.headers.map(\.value.text) == ["text/plain", "", "a:b"])
    }

    @Test func dropsWhatCameBefore() {
        let head = head([
            "HTTP/1.1 100 Continue", "X-Early: 1", "", "HTTP/1.1 103 Early Hints", "Link: </a>", "", "HTTP/2 404 ",
            "X-Real: 1", "",
        ])
        #expect(head.status == 404 && head.version == "2")
        #expect(head.headers.map(\.name) == ["X-Real"])
    }

    @Test func dropsTrailers() {
        let head = head(["HTTP/1.1 200 OK", "X: 1", "", "X-Trailer: 1", "HTTP/1.1 500 No", ""])
        #expect(head.status == 200)
        #expect(head.headers.map(\.name) == ["X"])
    }

    @Test func joinsFoldedLines() {
        let head = head(["HTTP/1.1 200 OK", "X: one", "\t two", "Y:", " three", ""])
        #expect(head.headers.map(\.value.text) == ["one two", "three"])
    }

    @Test func aHeadWithoutItsEndIsNotComplete() {
        #expect(!head(["HTTP/1.1 200 OK", "X: 1"]).isComplete)
        #expect(!head(["HTTP/1.1 103 Early Hints", ""]).isComplete)
    }

    @Test func oddLinesDoNoHarm() {
        let head = head([
            " folded first", "no colon", "HTTP/", "HTTP/1.1", "HTTP/1.1 abc", "HTTP/1.1 200", ":", "::", "",
        ])
        #expect(head.status == 200 && head.isComplete)
    }

    @Test func readsLatin1() {
        var head = ResponseHead()
        for line in [Array("HTTP/1.1 200\r\n".utf8), Array("X: caf".utf8) + [0xE9, 0x0D, 0x0A]] {
            let isTaken = line.withUnsafeBytes { head.receive($0) }
            #expect(isTaken)
        }
        #expect(head.headers.first("X") == "café")
    }

    @Test func twoLengthsAreOneTooMany() {
        #expect(head(["HTTP/1.1 200 OK", "Content-Length: 2", "content-length: 3", ""]).hasTwoLengths)
        #expect(!head(["HTTP/1.1 200 OK", "Content-Length: 2", "content-length: 2", ""]).hasTwoLengths)
    }

    @Test func thereIsALimit() {
        var head = ResponseHead()
        let line = Array("X: \(String(repeating: "a", count: 1000))\r\n".utf8)
        var taken = 0
        while taken < 10_000, line.withUnsafeBytes({ head.receive($0) }) { taken += 1 }
        #expect(taken == (300 << 10) / line.count)
    }
}
