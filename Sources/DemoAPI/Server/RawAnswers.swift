/// Answers byte by byte, by name.
enum RawAnswers {
    /// The bytes for a name; an unknown one is a 404.
    static func bytes(for name: String) -> [UInt8] {
        switch name {
        case "odd-headers":
            // Latin-1, invalid UTF-8, a tab, an escape sequence for terminals, an empty value.
            head(
                "HTTP/1.1 200 OK", "Content-Type: application/json", "X-Latin: caf\u{e9}".latin1, "X-Tab: a\tb",
                "X-Escape: \u{1b}[31mred\u{1b}[0m", "X-Empty:", "Content-Length: 11") + utf8("{\"ok\":true}")
        case "folded-header":
            utf8("HTTP/1.1 200 OK\r\nX-Folded: one\r\n two\r\nContent-Length: 2\r\n\r\n{}")
        case "many-headers":
            utf8("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n")
                + utf8(String(repeating: "X-Many: " + String(repeating: "a", count: 1000) + "\r\n", count: 500))
                + utf8("\r\n{}")
        case "bad-chunk":
            utf8("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{\"ok\":true}\r\n0\r\n\r\n")
        case "cut-chunk":
            utf8("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n{\"data\":[")
        case "cut-length":
            utf8("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"data\":[")
        case "cut-headers": utf8("HTTP/1.1 200 OK\r\nContent-Type: appl")
        case "two-lengths": utf8("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}x")
        case "not-http": utf8("SSH-2.0-OpenSSH_9.2\r\n")
        case "close": []
        case "no-length":
            // The body's end is the connection's end: allowed in HTTP/1.0 and 1.1.
            utf8("HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n{\"ok\":true}")
        case "bad-gzip":
            utf8("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 11\r\n\r\nnot gzipped")
        default: utf8("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
        }
    }

    private static func utf8(_ text: String) -> [UInt8] {
        Array(text.utf8)
    }

    private static func head(_ lines: any HeaderLine...) -> [UInt8] {
        lines.flatMap { $0.bytes + [13, 10] } + [13, 10]
    }
}

/// A header line as bytes: text in UTF-8, or bytes as they are.
private protocol HeaderLine {
    var bytes: [UInt8] { get }
}

extension String: HeaderLine {
    fileprivate var bytes: [UInt8] { Array(utf8) }
    fileprivate var latin1: [UInt8] { unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }
}

extension [UInt8]: HeaderLine {
    fileprivate var bytes: [UInt8] { self }
}
