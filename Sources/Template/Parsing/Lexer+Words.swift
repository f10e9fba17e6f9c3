internal import JSON

extension Lexer {
    /// A number, or a time span, which is a number with a unit right after it.
    mutating func lexNumber() {
        let start = position
        if bytes[position] == UInt8(ascii: "-") { position += 1 }
        skipDigits()
        if at(position) == UInt8(ascii: "."), isDigit(at: position + 1) {
            position += 1
            skipDigits()
        }
        if let byte = at(position), byte | 0x20 == UInt8(ascii: "e") {
            let hasSign = at(position + 1) == UInt8(ascii: "-") || at(position + 1) == UInt8(ascii: "+")
            if isDigit(at: position + (hasSign ? 2 : 1)) {
                position += hasSign ? 2 : 1
                skipDigits()
            }
        }
        let numberEnd = position
        while let byte = at(position), CharacterClass.isNamePart(byte) { position += 1 }
        let spelling = text(start..<position)
        if position == numberEnd, let number = JSONNumber(spelling) {
            append(.number(number), from: start)
        } else if TimeSpan(spelling) != nil {
            append(.duration(spelling), from: start)
        } else {
            fail(
                "'\(spelling)' is neither a number nor a time span",
                hint: position > numberEnd ? "a name that begins with a digit is written [\"\(spelling)\"]" : nil,
                at: start..<position)
            append(.number(JSONNumber(0)), from: start)
        }
    }

    /// A name, an operator, or a sign that means nothing.
    mutating func lexNameOrSign() {
        let start = position
        if let end = nameEnd(from: position) {
            position = end
            append(.name(text(start..<end)), from: start)
            return
        }
        for (symbol, spelling) in Token.Symbol.spellings where bytes[position...].starts(with: spelling) {
            position += spelling.count
            append(.symbol(symbol), from: start)
            return
        }
        let scalar = scalar(at: position)
        position += max(1, UTF8.width(scalar))
        if scalar == "?", at(position) == UInt8(ascii: "?") { position += 1 }
        append(.other(text(start..<position)), from: start)
    }

    private func nameEnd(from start: Int) -> Int? {
        var end = start
        while let byte = at(end) {
            if byte < 0x80 {
                guard end == start ? CharacterClass.isNameStart(byte) : CharacterClass.isNamePart(byte) else { break }
                end += 1
            } else {
                let scalar = scalar(at: end)
                guard end == start ? scalar.properties.isIDStart : scalar.properties.isIDContinue else { break }
                end += UTF8.width(scalar)
            }
        }
        return end > start ? end : nil
    }

    private func scalar(at place: Int) -> Unicode.Scalar {
        text(place..<min(place + 4, bytes.count)).unicodeScalars.first ?? "\u{FFFD}"
    }

    private func isDigit(at place: Int) -> Bool { at(place).map(CharacterClass.isDigit) ?? false }

    private mutating func skipDigits() {
        while isDigit(at: position) { position += 1 }
    }
}
