import Synchronization
import Testing

@testable import HTTP

struct BodyCollectorTests {
    final class Writer: BodyWriter {
        struct Full: Error {}

        let bytes = Mutex<[UInt8]>([])
        let begins = Mutex(0)
        let isFull: Bool

        init(isFull: Bool = false) {
            self.isFull = isFull
        }

        func begin(_ head: BodyHead) throws {
            begins.withLock { $0 += 1 }
        }

        func write(_ new: UnsafeRawBufferPointer) throws {
            if isFull { throw Full() }
            bytes.withLock { $0 += new }
        }
    }

    private func head(_ status: Int, length: String? = nil) -> ResponseHead {
        var head = ResponseHead()
        for line in ["HTTP/1.1 \(status) X", length.map { "Content-Length: \($0)" }, ""].compactMap({ $0 }) {
            _ = Array(line.utf8).withUnsafeBytes { head.receive($0) }
        }
        return head
    }

    private func append(_ text: String, to body: inout BodyCollector, _ head: ResponseHead) -> BodyCollector.Outcome {
        Array(text.utf8).withUnsafeBytes { body.append($0, of: head) }
    }

    @Test(arguments: [nil, "4", "999999999999999999", "-1", "x", "99999999999999999999999"])
    func collectsInMemoryWhateverLengthIsSaid(length: String?) {
        let head = head(200, length: length)
        var body = BodyCollector(.memory(limit: 100))
        for part in ["ab", "cd"] {
            guard case .taken = append(part, to: &body, head) else {
                Issue.record("not taken")
                return
            }
        }
        let bytes = body.takeBytes()
        #expect(bytes == Array("abcd".utf8) && body.length == 4)
    }

    @Test func theLimitIsKeptToTheByte() {
        var body = BodyCollector(.memory(limit: 3))
        guard case .taken = append("abc", to: &body, head(404)) else {
            Issue.record("not taken")
            return
        }
        guard case .failed(let kind, _) = append("d", to: &body, head(404)) else {
            Issue.record("taken")
            return
        }
        #expect(kind == .bodyTooLarge(limit: 3))
    }

    @Test func aWriterGetsAGoodBody() {
        let writer = Writer()
        var body = BodyCollector(.writer(writer, limit: 100))
        _ = append("ab", to: &body, head(206))
        _ = append("cd", to: &body, head(206))
        _ = body.end(of: head(206))
        #expect(writer.bytes.withLock { $0 } == Array("abcd".utf8))
        #expect(writer.begins.withLock { $0 } == 1)
        let bytes = body.takeBytes()
        #expect(bytes.isEmpty && body.length == 4)
    }

    @Test func aWriterBeginsForAnEmptyBodyToo() {
        let writer = Writer()
        var body = BodyCollector(.writer(writer, limit: 100))
        _ = body.end(of: head(204))
        #expect(writer.begins.withLock { $0 } == 1)
    }

    @Test func aWriterDoesNotGetAnErrorPage() {
        let writer = Writer()
        var body = BodyCollector(.writer(writer, limit: 1))
        _ = append("not found", to: &body, head(404))
        _ = body.end(of: head(404))
        let bytes = body.takeBytes()
        #expect(bytes == Array("not found".utf8))
        #expect(writer.begins.withLock { $0 } == 0)
    }

    @Test func anEndlessErrorPageIsCutShort() {
        var body = BodyCollector(.writer(Writer(), limit: 1))
        let block = String(repeating: "x", count: 1000)
        var blocks = 0
        while blocks < 5000 {
            blocks += 1
            if case .enough = append(block, to: &body, head(500)) { break }
        }
        let bytes = body.takeBytes()
        #expect(bytes.count == 1 << 20)
        #expect(blocks == 1049)
    }

    @Test func aWriterThatFailsEndsIt() {
        var body = BodyCollector(.writer(Writer(isFull: true), limit: 100))
        guard case .failed(.writer, let message) = append("ab", to: &body, head(200)) else {
            Issue.record("taken")
            return
        }
        #expect(message.contains("Full"))
    }
}
