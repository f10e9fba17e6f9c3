/// A pattern for dates in the manner of Unicode's LDML (UTS 35, part 4): `yyyy-MM-dd'T'HH:mm:ssXXX`.
struct DatePattern: Sendable {
    /// A part of a pattern.
    enum Part: Sendable, Hashable {
        case literal(String)
        /// A letter and how often it stands there.
        case field(Character, Int)
    }

    let parts: [Part]

    /// - Throws: what is not understood, with its place in the pattern.
    init(_ text: String) throws(TemplateError) {
        var parts: [Part] = []
        var literal = ""
        var place = 0
        var rest = text[...]
        func flush() {
            if !literal.isEmpty { parts.append(.literal(literal)) }
            literal = ""
        }
        while let character = rest.first {
            if character == "'" {
                let quoted = try Self.quoted(&rest, at: place)
                literal += quoted.text
                place += quoted.length
            } else if character.isASCII, character.isLetter {
                let count = rest.prefix { $0 == character }.count
                try Self.check(character, count, at: place)
                flush()
                parts.append(.field(character, count))
                rest.removeFirst(count)
                place += count
            } else {
                literal.append(character)
                rest.removeFirst()
                place += character.utf8.count
            }
        }
        flush()
        self.parts = parts
    }

    /// What stands in quotes; `''` is a quote itself, in quotes and outside.
    private static func quoted(
        _ rest: inout Substring, at place: Int
    ) throws(TemplateError) -> (text: String, length: Int) {
        let start = rest
        rest.removeFirst()
        if rest.hasPrefix("'") {
            rest.removeFirst()
            return ("'", 2)
        }
        var text = ""
        while let character = rest.popFirst() {
            if character != "'" {
                text.append(character)
            } else if rest.hasPrefix("'") {
                text.append("'")
                rest.removeFirst()
            } else {
                return (text, start.utf8.count - rest.utf8.count)
            }
        }
        throw TemplateError(
            message: "the ' in the pattern is not closed", range: place..<place + start.utf8.count)
    }

    /// The letters that are understood, and how often each may stand.
    private static let widths: [Character: ClosedRange<Int>] = [
        "y": 1...4, "M": 1...4, "d": 1...2, "D": 3...3, "E": 1...4, "a": 1...1, "H": 1...2, "h": 1...2, "m": 1...2,
        "s": 1...2, "S": 1...9, "X": 1...3, "x": 1...3, "Z": 1...5, "z": 1...1,
    ]

    private static func check(_ letter: Character, _ count: Int, at place: Int) throws(TemplateError) {
        let spelling = String(repeating: letter, count: count)
        if let widths = widths[letter], widths.contains(count), spelling != "yyy", spelling != "ZZZZ" { return }
        let hint =
            switch letter {
            case "Y": "a year is yyyy; text stands in '…'"
            case "y": "a year is yyyy, or yy for two digits"
            case "D": "a day of the month is dd; of the year it is DDD"
            case "T": "text stands in quotes: 'T'"
            default: "the fields are yyyy MM MMM dd DDD EEE HH hh a mm ss SSS XXX Z z; text stands in '…'"
            }
        throw TemplateError(
            message: "the pattern has no field '\(spelling)'", hint: hint, range: place..<place + count)
    }
}
