/// A template in which `⟦` and `⟧` mark the places that are expected.
struct MarkedText {
    let text: String
    /// In the order of their beginnings.
    let ranges: [Range<Int>]

    init(_ marked: String) {
        var bytes: [UInt8] = []
        var starts: [Int] = []
        var ranges: [Range<Int>] = []
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "⟦": starts.append(bytes.count)
            case "⟧": if let start = starts.popLast() { ranges.append(start..<bytes.count) }
            default: bytes += Array(String(scalar).utf8)
            }
        }
        text = String(decoding: bytes, as: UTF8.self)
        self.ranges = ranges.sorted { $0.lowerBound < $1.lowerBound }
    }
}
