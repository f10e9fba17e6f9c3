extension JSONNode {
    /// The bytes as they came; of a string the inside, escapes as they are.
    var rawBytes: ArraySlice<UInt8> { storage.bytes[start..<start + length] }

    /// Appends the value in its compact form: the bytes as they came, white space between tokens aside.
    public func write(to output: inout [UInt8]) {
        guard tapeKind == .array || tapeKind == .object else {
            output.append(contentsOf: storage.bytes[range])
            return
        }
        storage.bytes.withUnsafeBufferPointer { bytes in
            // A run of bytes without white space is copied at once; only the gaps between tokens can hold any.
            var run = start
            var gap = start
            func scanGap(to gapEnd: Int) {
                for place in gap..<gapEnd where bytes[place] <= 0x20 {
                    if run < place { output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[run..<place])) }
                    run = place + 1
                }
            }
            var token = index + 2
            while token < next {
                let node = JSONNode(storage: storage, index: token)
                if node.tapeKind == .array || node.tapeKind == .object {
                    token += 2
                    continue
                }
                let range = node.range
                scanGap(to: range.lowerBound)
                gap = range.upperBound
                token += 1
            }
            scanGap(to: start + length)
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[run..<start + length]))
        }
    }
}
