/// A JSON text (RFC 8259), checked whole and kept as the bytes that came; nothing is copied until a value is asked for.
public struct JSONDocument: Sendable {
    let storage: JSONStorage

    /// Checks a text.
    ///
    /// - Parameter limits: the nesting that is accepted, by default 512 levels. A text may have up to 1 GiB.
    /// - Throws: where the text is wrong and what was expected: also for invalid UTF-8, a byte order mark, an unpaired
    ///   surrogate escape, or anything after the value. Duplicate names are no error.
    public init(_ bytes: [UInt8], limits: JSONLimits = .standard) throws(JSONSyntaxError) {
        guard bytes.count < Tape.maximumBytes else {
            throw JSONSyntaxError(bytes, offset: 0, expected: "a text of less than 1 GiB")
        }
        var words: UnsafeMutablePointer<UInt64>?
        var failure: TapeParser.Failure?
        bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else {
                failure = TapeParser.Failure(offset: 0, expected: "a value")
                return
            }
            var parser = TapeParser(buffer, base: base, depthLimit: limits.depth)
            do throws(TapeParser.Failure) {
                try parser.parse()
                words = parser.tape.words
            } catch {
                parser.tape.words.deallocate()
                failure = error
            }
        }
        if let failure { throw JSONSyntaxError(bytes, offset: failure.offset, expected: failure.expected) }
        guard let words else { throw JSONSyntaxError(bytes, offset: 0, expected: "a value") }
        storage = JSONStorage(bytes: bytes, words: words)
    }

    init(storage: JSONStorage) {
        self.storage = storage
    }

    /// The outermost value.
    public var root: JSONNode { JSONNode(storage: storage, index: 0) }

    /// The bytes, as they came.
    public var bytes: [UInt8] { storage.bytes }
}
