/// Percent-encodings (RFC 3986, 2.1) of a text, as the usual encoders write them.
enum PercentForms {
    /// What encoders leave as it is besides letters and digits, from the strictest to the laxest.
    private static let kept = ["-._~", "-._", "-._*", "-._~/", "-._!~*'()", "-._~!$&'()*+,;=:@", "-._~!$&'()*+,;=:@/"]

    /// Each set of bytes left alone, digits in either case, a blank as `%20` or `+`; the strictest also encoded twice,
    /// as a value is that was encoded before it went into a URL.
    static func all(of raw: [UInt8]) -> [[UInt8]] {
        var forms: [[UInt8]] = []
        for set in kept {
            let kept = Array(set.utf8)
            for digits in [HexForms.upper, HexForms.lower] {
                for blankAsPlus in [false, true] {
                    let form = encode(raw, keeping: kept, digits: digits, blankAsPlus: blankAsPlus)
                    if form != raw, !forms.contains(form) { forms.append(form) }
                }
            }
        }
        let strictest = Array("-._~".utf8)
        for digits in [HexForms.upper, HexForms.lower] {
            let once = encode(raw, keeping: strictest, digits: digits, blankAsPlus: false)
            let twice = encode(once, keeping: strictest, digits: digits, blankAsPlus: false)
            if twice != raw, !forms.contains(twice) { forms.append(twice) }
        }
        return forms
    }

    private static func encode(_ raw: [UInt8], keeping kept: [UInt8], digits: [UInt8], blankAsPlus: Bool) -> [UInt8] {
        raw.flatMap { byte -> [UInt8] in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                [byte]
            case UInt8(ascii: " ") where blankAsPlus: [UInt8(ascii: "+")]
            case _ where kept.contains(byte): [byte]
            default: [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0x0F)]]
            }
        }
    }
}
