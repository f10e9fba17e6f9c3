/// Checks a JSON text (RFC 8259) and writes its tape.
///
/// It does not recurse: open containers stand on a stack of tape indices.
struct TapeParser {
    /// Where the text is wrong, and what should stand there.
    struct Failure: Error {
        var offset: Int
        var expected: String
    }

    private struct Container {
        var tape: Int
        var start: Int
        var count: Int
        var isObject: Bool
    }

    private let bytes: UnsafePointer<UInt8>
    private let end: Int
    private let depthLimit: Int
    private var index = 0
    private(set) var tape: Tape
    /// The innermost open container, and those around it.
    private var inner = Container(tape: 0, start: 0, count: 0, isObject: false)
    private var outer: [Container] = []
    private var depth = 0

    init(_ buffer: UnsafeBufferPointer<UInt8>, base: UnsafePointer<UInt8>, depthLimit: Int) {
        bytes = base
        end = buffer.count
        self.depthLimit = depthLimit
        tape = Tape(byteCount: buffer.count)
    }

    mutating func parse() throws(Failure) {
        skipSpace()
        guard index < end else { throw fail("a value") }
        if index + 2 < end, bytes[index] == 0xEF, bytes[index + 1] == 0xBB, bytes[index + 2] == 0xBF {
            throw fail("a value, without a byte order mark before it")
        }
        try parseValues()
        skipSpace()
        if index < end { throw fail("the end of the text") }
    }

    /// One value and everything in it.
    private mutating func parseValues() throws(Failure) {
        while true {
            skipSpace()
            guard index < end else { throw fail("a value") }
            var isComplete = true
            switch bytes[index] {
            case UInt8(ascii: "\""): try parseString()
            case UInt8(ascii: "{"): isComplete = try openObject()
            case UInt8(ascii: "["): isComplete = try openArray()
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try parseNumber()
            case UInt8(ascii: "t"): try parseLiteral("true", .true)
            case UInt8(ascii: "f"): try parseLiteral("false", .false)
            case UInt8(ascii: "n"): try parseLiteral("null", .null)
            default: throw fail("a value")
            }
            if isComplete, try closeContainers() { return }
        }
    }

    /// After a value: to the place of the next one, or true at the end of the outermost.
    @inline(__always)
    private mutating func closeContainers() throws(Failure) -> Bool {
        while depth > 0 {
            skipSpace()
            inner.count &+= 1
            let byte = index < end ? bytes[index] : 0
            if byte == UInt8(ascii: ",") {
                index &+= 1
                if inner.isObject { try parseName() }
                return false
            }
            guard byte == (inner.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
                throw fail(inner.isObject ? "',' or '}'" : "',' or ']'")
            }
            index &+= 1
            close()
        }
        return true
    }

    private mutating func openObject() throws(Failure) -> Bool {
        try push(isObject: true)
        skipSpace()
        if index < end, bytes[index] == UInt8(ascii: "}") {
            index += 1
            close()
            return true
        }
        try parseName()
        return false
    }

    private mutating func openArray() throws(Failure) -> Bool {
        try push(isObject: false)
        skipSpace()
        if index < end, bytes[index] == UInt8(ascii: "]") {
            index += 1
            close()
            return true
        }
        return false
    }

    private mutating func push(isObject: Bool) throws(Failure) {
        guard depth < depthLimit else { throw fail("at most \(depthLimit) levels") }
        depth += 1
        outer.append(inner)
        inner = Container(tape: tape.count, start: index, count: 0, isObject: isObject)
        tape.append(0)
        tape.append(0)
        index += 1
    }

    private mutating func close() {
        let kind: TapeKind = inner.isObject ? .object : .array
        tape.words[inner.tape] = Tape.word(kind.rawValue, inner.start, index - inner.start)
        tape.words[inner.tape + 1] =
            UInt64(truncatingIfNeeded: tape.count) << 32 | UInt64(truncatingIfNeeded: inner.count)
        depth -= 1
        inner = outer.removeLast()
    }

    @inline(__always)
    private mutating func parseName() throws(Failure) {
        skipSpace()
        guard index < end, bytes[index] == UInt8(ascii: "\"") else { throw fail("a name in double quotes") }
        try parseString()
        skipSpace()
        guard index < end, bytes[index] == UInt8(ascii: ":") else { throw fail("':'") }
        index += 1
    }

    @inline(__always)
    private mutating func skipSpace() {
        var place = index
        while place < end {
            let byte = bytes[place]
            guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { break }
            place &+= 1
        }
        index = place
    }

    private mutating func parseLiteral(_ text: StaticString, _ kind: TapeKind) throws(Failure) {
        let length = text.utf8CodeUnitCount
        for offset in 0..<length {
            guard index + offset < end, bytes[index + offset] == text.utf8Start[offset] else { throw fail("a value") }
        }
        tape.append(Tape.word(kind.rawValue, index, length))
        index += length
    }

    private mutating func parseNumber() throws(Failure) {
        let start = index
        if bytes[index] == UInt8(ascii: "-") { index += 1 }
        guard index < end, isDigit(bytes[index]) else { throw fail("a digit") }
        if bytes[index] == UInt8(ascii: "0") {
            index += 1
            if index < end, isDigit(bytes[index]) { throw fail("no digit after a leading zero") }
        } else {
            skipDigits()
        }
        if index < end, bytes[index] == UInt8(ascii: ".") {
            index += 1
            guard index < end, isDigit(bytes[index]) else { throw fail("a digit") }
            skipDigits()
        }
        if index < end, bytes[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            if index < end, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
            guard index < end, isDigit(bytes[index]) else { throw fail("a digit") }
            skipDigits()
        }
        tape.append(Tape.word(TapeKind.number.rawValue, start, index - start))
    }

    @inline(__always)
    private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    @inline(__always)
    private mutating func skipDigits() {
        var place = index
        while place < end, isDigit(bytes[place]) { place &+= 1 }
        index = place
    }

    /// The string at the index, its quotes left out of the tape's range.
    @inline(__always)
    private mutating func parseString() throws(Failure) {
        index &+= 1
        let start = index
        var escapes: UInt64 = 0
        while true {
            skipPlain()
            guard index < end else { throw fail("'\"' at the end of a string") }
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") { break }
            if byte == UInt8(ascii: "\\") {
                escapes = Tape.escapes
                try skipEscape()
            } else if byte < 0x20 {
                throw fail("an escape instead of a control character")
            } else {
                try skipMultibyte()
            }
        }
        tape.append(Tape.word(TapeKind.string.rawValue, start, index - start) | escapes)
        index &+= 1
    }

    /// Moves on while bytes are ASCII that stands for itself, eight at a time.
    @inline(__always)
    private mutating func skipPlain() {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let high: UInt64 = 0x8080_8080_8080_8080
        var place = index
        while place &+ 8 <= end {
            let word = UInt64(littleEndian: UnsafeRawPointer(bytes + place).loadUnaligned(as: UInt64.self))
            let quote = word ^ (ones &* 0x22)
            let backslash = word ^ (ones &* 0x5C)
            let special =
                (word | ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)
                    | ((word &- ones &* 0x20) & ~word)) & high
            if special != 0 {
                // The lowest mark is exact; a borrow can only reach bytes above it.
                index = place &+ special.trailingZeroBitCount >> 3
                return
            }
            place &+= 8
        }
        while place < end, bytes[place] >= 0x20, bytes[place] < 0x80, bytes[place] != UInt8(ascii: "\""),
            bytes[place] != UInt8(ascii: "\\")
        {
            place &+= 1
        }
        index = place
    }

    private mutating func skipEscape() throws(Failure) {
        guard index + 1 < end else { throw fail("an escape") }
        switch bytes[index + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            index += 2
        case UInt8(ascii: "u"):
            let unit = try hexadecimal(at: index + 2)
            if unit & 0xFC00 == 0xD800 {
                guard index + 7 < end, bytes[index + 6] == UInt8(ascii: "\\"), bytes[index + 7] == UInt8(ascii: "u"),
                    try hexadecimal(at: index + 8) & 0xFC00 == 0xDC00
                else { throw fail("the second half of a surrogate pair") }
                index += 12
            } else if unit & 0xFC00 == 0xDC00 {
                throw fail("the first half of a surrogate pair")
            } else {
                index += 6
            }
        default: throw fail("an escape: one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u")
        }
    }

    private func hexadecimal(at start: Int) throws(Failure) -> UInt32 {
        var value: UInt32 = 0
        for offset in start..<start + 4 {
            guard offset < end, let digit = Hex.value(bytes[offset]) else {
                throw Failure(offset: min(offset, end), expected: "four hexadecimal digits")
            }
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    /// A UTF-8 sequence of two to four bytes (RFC 3629): no overlong forms, surrogates or values past U+10FFFF.
    private mutating func skipMultibyte() throws(Failure) {
        let first = bytes[index]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        case 0xF1...0xF3: length = 4
        default: throw fail("valid UTF-8")
        }
        guard index + length <= end, second.contains(bytes[index + 1]) else { throw fail("valid UTF-8") }
        for offset in 2..<max(length, 2) where bytes[index + offset] & 0xC0 != 0x80 { throw fail("valid UTF-8") }
        index &+= length
    }

    private func fail(_ expected: String) -> Failure {
        Failure(offset: index, expected: expected)
    }
}
