import Diagnostics
import Testing

@testable import YAML

/// Our reading of scalars against libyaml's: the places are known only where both give the same text.
struct ScalarMapTests {
    private static let pieces = [
        "a", "é", "日本", "x:y", " ", "  ", "\t", "\n  ", "\n   ", "\n\n  ", "\n \n  ", "''", "\\n", "\\\"", "\\u00e9",
        "\\\n  ",
        "\r\n  ", "\u{85}  ", "\u{2028}  ", "#", "-", ",", "${b}", "\n  \t",
    ]

    @Test(arguments: [
        "", "'", "\"", "|\n  ", "|-\n  ", "|+\n  ", ">\n  ", ">-\n  ", ">+\n  ", "|2\n   ", ">1-\n  ", "|\n\n   ",
    ])
    func placesAreKnownForEveryScalar(opening: String) {
        var random = SplitMix(seed: UInt64(opening.utf8.reduce(7) { $0 * 31 + Int($1) }))
        let closing = opening == "'" || opening == "\"" ? opening : ""
        var known = 0
        for _ in 0..<1500 {
            let count = Int.random(in: 1...8, using: &random)
            let body = (0..<count).compactMap { _ in Self.pieces.randomElement(using: &random) }.joined()
            let source = "- \(opening)\(body)\(closing)\n- end\n"
            guard let scalar = Reading(source).node?[0]?.scalar else { continue }
            if case .whole = scalar.map { Issue.record("no places in \(source.debugDescription)") }
            let bytes = Array(scalar.text.utf8)
            var last = scalar.span.start
            for offset in bytes.indices {
                let place = scalar.span(of: offset..<offset + 1)
                #expect(place.start >= last, "\(source.debugDescription)")
                last = place.start
                if place.end - place.start == 1, bytes[offset] > 0x20, bytes[offset] < 0x80 {
                    #expect(place.text.utf8.first == bytes[offset])
                }
            }
            known += 1
        }
        #expect(known > 100)
    }
}
