/// What stands next to a place in the text, as far as assertions can tell.
enum Neighbour: UInt8, Sendable, Hashable {
    /// Nothing: the start or the end of the text.
    case edge
    case lineBreak
    case word
    case other

    /// What a scalar is, as a neighbour.
    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x0A, 0x0D, 0x2028, 0x2029: self = .lineBreak
        case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: self = .word
        default: self = .other
        }
    }
}
