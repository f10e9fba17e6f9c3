/// An answer for people, which comes where a proxy stands in between or the URL is wrong.
struct WebPage: Sendable, Hashable {
    /// The title, if the page has one.
    let title: String?

    /// How far into the page its title is looked for.
    private static let looked = 64 << 10

    /// Nil for a body that is no web page.
    init?(_ body: [UInt8]) {
        guard body.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") else { return nil }
        title = Self.title(of: body.prefix(Self.looked))
    }

    private static func title(of body: ArraySlice<UInt8>) -> String? {
        let folded = body.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
        guard let tag = folded.firstRange(of: Array("<title".utf8)),
            let open = folded[tag.upperBound...].firstIndex(of: UInt8(ascii: ">")),
            let close = folded[open...].firstIndex(of: UInt8(ascii: "<"))
        else { return nil }
        let text = String(decoding: body[(open + 1)..<close], as: UTF8.self)
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.isEmpty ? nil : words
    }
}
