import Diagnostics

/// Source text in which `⟦` and `⟧` mark the expected spans.
struct MarkedText {
    let file: SourceFile
    /// The marked spans in the order of their starts.
    let spans: [SourceSpan]

    init(_ text: String, name: String = "job.yaml") {
        var bytes: [UInt8] = []
        var starts: [Int] = []
        var ranges: [(Int, Int)] = []
        for scalar in text.unicodeScalars {
            switch scalar {
            case "⟦": starts.append(bytes.count)
            case "⟧": if let start = starts.popLast() { ranges.append((start, bytes.count)) }
            default: bytes.append(contentsOf: Array(String(scalar).utf8))
            }
        }
        let file = SourceFile(name: name, bytes: bytes)
        self.file = file
        self.spans = ranges.sorted { $0 < $1 }.map { SourceSpan(file: file, start: $0.0, end: $0.1) }
    }
}
