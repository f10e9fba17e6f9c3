/// The first line of a block scalar: `|` or `>`, how its end is treated, how deep it is indented.
struct BlockHeader {
    /// What happens to the line breaks at the end.
    enum Chomping {
        case strip
        case clip
        case keep
    }

    let isFolded: Bool
    var chomping = Chomping.clip
    /// How much deeper than its surroundings it says that the text is indented.
    var increment: Int?
    /// The place behind the indicators.
    let indicatorsEnd: Int
    /// Where the line behind the header begins.
    let end: Int

    /// Reads the header at an offset.
    init(at offset: Int, in bytes: [UInt8]) {
        isFolded = offset < bytes.count && bytes[offset] == UInt8(ascii: ">")
        var position = min(offset + 1, bytes.count)
        indicators: while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "+"): chomping = .keep
            case UInt8(ascii: "-"): chomping = .strip
            case let digit where digit.isDigit: increment = Int(digit - UInt8(ascii: "0"))
            default: break indicators
            }
            position += 1
        }
        indicatorsEnd = position
        while position < bytes.count, LineBreak(at: position, in: bytes) == nil { position += 1 }
        end = LineBreak(at: position, in: bytes)?.source.upperBound ?? position
    }
}
