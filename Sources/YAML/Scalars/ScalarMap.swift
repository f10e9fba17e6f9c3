/// Which bytes of the source each byte of a scalar's text comes from.
enum ScalarMap: Sendable {
    /// Nothing is known in detail: every part stands where the whole stands.
    case whole
    /// The text stands in the source as it is, from an offset on.
    case verbatim(start: Int, count: Int)
    /// The text is put together of pieces, in order and without gaps.
    case pieces([Piece])

    /// A part of the text and where it comes from.
    struct Piece: Sendable {
        /// Offsets in the text.
        var text: Range<Int>
        /// Offsets in the source; of the same length when the bytes stand there as they are.
        var source: Range<Int>
        /// Whether the bytes stand there as they are; otherwise the piece is one escape or one fold.
        var isVerbatim: Bool
    }

    /// The source of a part of the text, or nil where nothing is known in detail.
    func source(of range: Range<Int>) -> Range<Int>? {
        switch self {
        case .whole:
            return nil
        case .verbatim(let start, let count):
            let lower = min(max(range.lowerBound, 0), count)
            return start + lower..<start + min(max(range.upperBound, lower), count)
        case .pieces(let pieces):
            guard let last = pieces.last else { return nil }
            let lower = min(max(range.lowerBound, 0), last.text.upperBound)
            let upper = min(max(range.upperBound, lower), last.text.upperBound)
            guard lower < upper else {
                let place = lower == last.text.upperBound ? last.source.upperBound : start(of: lower, in: pieces)
                return place..<place
            }
            return start(of: lower, in: pieces)..<end(of: upper - 1, in: pieces)
        }
    }

    private func start(of offset: Int, in pieces: [Piece]) -> Int {
        let piece = piece(at: offset, in: pieces)
        return piece.isVerbatim ? piece.source.lowerBound + offset - piece.text.lowerBound : piece.source.lowerBound
    }

    /// The place behind the byte at an offset.
    private func end(of offset: Int, in pieces: [Piece]) -> Int {
        let piece = piece(at: offset, in: pieces)
        return piece.isVerbatim ? piece.source.lowerBound + offset + 1 - piece.text.lowerBound : piece.source.upperBound
    }

    private func piece(at offset: Int, in pieces: [Piece]) -> Piece {
        var low = 0
        var high = pieces.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if pieces[middle].text.lowerBound <= offset { low = middle } else { high = middle }
        }
        return pieces[low]
    }
}
