import Secrets

/// The head of an answer, read line by line as libcurl hands the lines over.
///
/// A status line begins a new head: what was before was a 1xx or came from a proxy. Lines behind the end of the head
/// are trailers and are dropped.
struct ResponseHead: Sendable {
    /// The most bytes that all heads and trailers of an answer may have.
    static let limit = 300 << 10

    private(set) var status = 0
    private(set) var version = ""
    private(set) var headers = HTTPHeaders()
    /// Whether the head of the final answer has come to its end.
    private(set) var isComplete = false
    private(set) var byteCount = 0

    /// Whether it says two lengths of the body, of which libcurl would take the last (RFC 9112, 6.3).
    var hasTwoLengths: Bool { isComplete && Set(headers.all("Content-Length")).count > 1 }

    /// Takes the next line, with its end; false when the head is too large.
    mutating func receive(_ line: UnsafeRawBufferPointer) -> Bool {
        byteCount += line.count
        guard byteCount <= Self.limit else { return false }
        var line = line[...]
        while let last = line.last, last == 0x0A || last == 0x0D { line.removeLast() }
        if line.starts(with: "HTTP/".utf8) {
            if !isComplete { begin(Self.text(line)) }
        } else if line.isEmpty {
            isComplete = isComplete || status >= 200
        } else if !isComplete {
            add(line)
        }
        return true
    }

    private mutating func begin(_ statusLine: String) {
        let parts = statusLine.dropFirst(5).split(separator: " ", maxSplits: 2, omittingEmptySubsequences: true)
        version = parts.first.map(String.init) ?? ""
        status = parts.dropFirst().first.flatMap { Int($0) } ?? 0
        headers = HTTPHeaders()
    }

    private mutating func add(_ line: Slice<UnsafeRawBufferPointer>) {
        // A line that begins with a blank goes on with the field before it (RFC 9112, 5.2).
        if let first = line.first, Self.isBlank(first) {
            headers.continueLast(with: Self.text(Self.trimmed(line)))
            return
        }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
        headers.add(Self.text(Self.trimmed(line[..<colon])), Self.text(Self.trimmed(line[(colon + 1)...])))
    }

    private static func trimmed(_ bytes: Slice<UnsafeRawBufferPointer>) -> Slice<UnsafeRawBufferPointer> {
        var bytes = bytes.drop(while: isBlank)
        while let last = bytes.last, isBlank(last) { bytes.removeLast() }
        return bytes
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }

    /// UTF-8 where it is that, otherwise Latin-1, which every sequence of bytes is.
    private static func text(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
        String(validating: bytes, as: UTF8.self)
            ?? String(String.UnicodeScalarView(bytes.map { UnicodeScalar($0) }))
    }
}
