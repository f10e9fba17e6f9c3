/// The bytes of a document and their tape.
///
/// `@unchecked`: nothing changes after `init`, and the words are freed by the last owner.
final class JSONStorage: @unchecked Sendable {
    let bytes: [UInt8]
    let words: UnsafeMutablePointer<UInt64>

    init(bytes: [UInt8], words: UnsafeMutablePointer<UInt64>) {
        self.bytes = bytes
        self.words = words
    }

    deinit {
        words.deallocate()
    }
}
