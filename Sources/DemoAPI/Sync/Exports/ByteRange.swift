/// A `Range` of bytes (RFC 9110, section 14.2), of which there is one.
enum ByteRange: Equatable {
    /// There is none, or one that is not understood: the whole is answered.
    case whole
    case part(Range<Int>)
    /// It begins behind the end.
    case unsatisfiable

    init(_ text: String?, size: Int) {
        self = .whole
        guard let text, text.hasPrefix("bytes="), !text.contains(",") else { return }
        let ends = text.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2 else { return }
        switch (Int(ends[0]), Int(ends[1])) {
        case (let first?, let last):
            guard first < size else {
                self = .unsatisfiable
                return
            }
            self = .part(first..<max(first + 1, min(size, (last ?? size - 1) + 1)))
        case (nil, let count?) where ends[0].isEmpty && count > 0: self = .part(max(0, size - count)..<size)
        default: return
        }
    }
}
