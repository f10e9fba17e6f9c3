/// The text of a preset's data, cut into what stands there and its placeholders.
struct PlaceholderText {
    /// A part of the text.
    enum Segment: Hashable {
        /// Text as it is.
        case literal(Substring)
        /// `<NAME>` or `<NAME | FILTERS>`.
        case placeholder(name: String, filters: Substring?)
    }

    /// The parts in their order.
    let segments: [Segment]

    init(_ text: String) {
        var segments: [Segment] = []
        var rest = text[...]
        var literalStart = rest.startIndex
        while let open = rest.firstIndex(of: "<") {
            let inner = rest[rest.index(after: open)...]
            guard let close = inner.firstIndex(of: ">"), let placeholder = Self.placeholder(inner[..<close]) else {
                rest = inner
                continue
            }
            if literalStart < open { segments.append(.literal(text[literalStart..<open])) }
            segments.append(placeholder)
            rest = rest[rest.index(after: close)...]
            literalStart = rest.startIndex
        }
        if literalStart < text.endIndex { segments.append(.literal(text[literalStart...])) }
        self.segments = segments
    }

    /// The names of the placeholders.
    var names: [String] {
        segments.compactMap { segment in
            if case .placeholder(let name, _) = segment { name } else { nil }
        }
    }

    private static func placeholder(_ text: Substring) -> Segment? {
        let bar = text.firstIndex(of: "|")
        var name = text[..<(bar ?? text.endIndex)]
        while name.last == " " { name.removeLast() }
        guard !name.isEmpty, name.utf8.allSatisfy({ (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "_") }) else {
            return nil
        }
        return .placeholder(name: String(name), filters: bar.map { text[text.index(after: $0)...] })
    }
}
