/// Puts a scalar's text together from its source, and remembers where each piece came from.
struct ScalarMapBuilder {
    private let bytes: [UInt8]
    private var text: [UInt8] = []
    private var pieces: [ScalarMap.Piece] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Adds bytes that stand in the source as they are.
    mutating func copy(_ source: Range<Int>) {
        guard !source.isEmpty else { return }
        let range = text.count..<text.count + source.count
        text.append(contentsOf: bytes[source])
        if let last = pieces.last, last.isVerbatim, last.source.upperBound == source.lowerBound {
            pieces[pieces.count - 1].text = last.text.lowerBound..<range.upperBound
            pieces[pieces.count - 1].source = last.source.lowerBound..<source.upperBound
        } else {
            pieces.append(ScalarMap.Piece(text: range, source: source, isVerbatim: true))
        }
    }

    /// Adds bytes that something else in the source stands for.
    mutating func add(_ added: [UInt8], for source: Range<Int>) {
        guard !added.isEmpty else { return }
        let range = text.count..<text.count + added.count
        text.append(contentsOf: added)
        pieces.append(ScalarMap.Piece(text: range, source: source, isVerbatim: false))
    }

    /// Adds a line break that is kept.
    mutating func add(_ lineBreak: LineBreak) {
        add(lineBreak.text, for: lineBreak.source)
    }

    /// The finished map, or `.whole` when it is not one of this text.
    func map(of expected: String) -> ScalarMap {
        guard text.elementsEqual(expected.utf8) else { return .whole }
        if pieces.count == 1, let piece = pieces.first, piece.isVerbatim {
            return .verbatim(start: piece.source.lowerBound, count: piece.text.count)
        }
        return .pieces(pieces)
    }
}
