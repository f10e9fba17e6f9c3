/// A stretch of the text that is covered with letters, so that it reads as plain text of the same length.
struct Mask {
    let range: Range<Int>

    /// The bytes with the stretch covered.
    ///
    /// - Parameter letter: what to cover it with; of different mistakes different ones, lest they become equal keys.
    func applied(to bytes: [UInt8], letter: UInt8) -> [UInt8] {
        var result = bytes
        for index in range.clamped(to: bytes.indices) where !bytes[index].isLineBreak { result[index] = letter }
        return result
    }
}
