import Crypto
import HTTP

/// A hash of a request's parts, by which what is remembered of it is found again.
///
/// It is one-way: what is secret in a request cannot be read out of the state.
struct RequestHash {
    private var hash = SHA256()

    /// Adds a text, kept apart from the one before it.
    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    /// Adds what a request is: its method, its URL and its body, but not its headers.
    ///
    /// - Throws: that a file of the body cannot be read.
    mutating func add(_ request: HTTPRequest) throws(FileReader.Failure) {
        add(request.method)
        add(request.url)
        switch request.body {
        case .none: add("none")
        case .bytes(let bytes, _): bytes.withUnsafeBytes { add($0) }
        case .file(let path): try addFile(path)
        case .multipart(let parts):
            for part in parts {
                add(part.name)
                add(part.fileName ?? "")
                add(part.contentType ?? "")
                switch part.content {
                case .bytes(let bytes): bytes.withUnsafeBytes { add($0) }
                case .file(let path): try addFile(path)
                }
            }
        }
    }

    /// The hash as lower-case hexadecimal digits.
    var text: String {
        let digits = Array("0123456789abcdef")
        return String(hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }

    private mutating func add(_ bytes: UnsafeRawBufferPointer) {
        // The length keeps "a" + "b" apart from "ab" + "".
        withUnsafeBytes(of: bytes.count.littleEndian) { hash.update(bufferPointer: $0) }
        hash.update(bufferPointer: bytes)
    }

    private mutating func addFile(_ path: String) throws(FileReader.Failure) {
        var copy = self
        try FileChunks.forEach(path: path) { copy.add($0) }
        self = copy
    }
}
