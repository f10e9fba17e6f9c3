/// A place in a pattern, scalar by scalar.
struct PatternCursor {
    private let scalars: [Unicode.Scalar]
    private var index = 0
    /// The place in UTF-8 bytes.
    private(set) var offset = 0

    init(_ pattern: String) {
        scalars = Array(pattern.unicodeScalars)
    }

    /// The scalar at the place, or nil at the end.
    var peek: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    /// The scalar `distance` further on, or nil past the end.
    func peek(_ distance: Int) -> Unicode.Scalar? {
        index + distance < scalars.count ? scalars[index + distance] : nil
    }

    mutating func advance(_ count: Int = 1) {
        for _ in 0..<count where index < scalars.count {
            offset += UTF8.width(scalars[index])
            index += 1
        }
    }

    /// Goes past the scalar if it is the next one.
    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == scalar else { return false }
        advance()
        return true
    }

    /// An error about this place.
    func error(_ message: String) -> IRegexpError {
        IRegexpError(message: message, offset: offset)
    }
}
