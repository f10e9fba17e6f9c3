/// A pattern as a tree, matched by trying everything in the order of preference.
indirect enum PlainPattern {
    case letter(Character)
    case any
    case sequence(PlainPattern, PlainPattern)
    case either(PlainPattern, PlainPattern)
    case repeated(PlainPattern, Int, Int?)

    /// The pattern as text.
    var text: String {
        switch self {
        case .letter(let letter): String(letter)
        case .any: "."
        case .sequence(let first, let second): "\(first.text)\(second.text)"
        case .either(let first, let second): "(\(first.text)|\(second.text))"
        case .repeated(let inner, let minimum, let maximum):
            "(\(inner.text)){\(minimum),\(maximum.map { "\($0)" } ?? "")}"
        }
    }

    /// Where matches from a place end, the preferred first.
    func ends(in text: [Character], from start: Int) -> [Int] {
        switch self {
        case .letter(let letter): return start < text.count && text[start] == letter ? [start + 1] : []
        case .any: return start < text.count ? [start + 1] : []
        case .sequence(let first, let second):
            return Self.unique(first.ends(in: text, from: start).flatMap { second.ends(in: text, from: $0) })
        case .either(let first, let second):
            return Self.unique(first.ends(in: text, from: start) + second.ends(in: text, from: start))
        case .repeated(let inner, let minimum, let maximum):
            return Self.unique(Self.repetitions(of: inner, minimum, maximum, in: text, from: start))
        }
    }

    private static func repetitions(
        of inner: PlainPattern, _ minimum: Int, _ maximum: Int?, in text: [Character], from start: Int
    ) -> [Int] {
        if minimum > 0 {
            return inner.ends(in: text, from: start).flatMap {
                repetitions(of: inner, minimum - 1, maximum.map { $0 - 1 }, in: text, from: $0)
            }
        }
        if maximum == 0 { return [start] }
        // A loop never goes around for nothing; a counted repetition may.
        let more = inner.ends(in: text, from: start).filter { maximum != nil || $0 > start }.flatMap {
            repetitions(of: inner, 0, maximum.map { $0 - 1 }, in: text, from: $0)
        }
        return more + [start]
    }

    private static func unique(_ ends: [Int]) -> [Int] {
        var seen: Set<Int> = []
        return ends.filter { seen.insert($0).inserted }
    }

    static func random(depth: Int, using random: inout SplitMix) -> PlainPattern {
        guard depth > 0 else {
            return Int.random(in: 0..<5, using: &random) == 0
                ? .any : .letter("abc".randomElement(using: &random) ?? "a")
        }
        switch Int.random(in: 0..<4, using: &random) {
        case 0: return Self.random(depth: 0, using: &random)
        case 1:
            return .either(
                Self.random(depth: depth - 1, using: &random), Self.random(depth: depth - 1, using: &random))
        case 2:
            let minimum = Int.random(in: 0...2, using: &random)
            let maximum = Bool.random(using: &random) ? nil : minimum + Int.random(in: 0...2, using: &random)
            return .repeated(Self.random(depth: depth - 1, using: &random), minimum, maximum)
        default:
            return .sequence(
                Self.random(depth: depth - 1, using: &random), Self.random(depth: depth - 1, using: &random))
        }
    }
}
