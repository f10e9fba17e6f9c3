import Diagnostics

/// Source text in which `⟦` and `⟧` mark the expected spans, numbered in the order of their ends.
struct MarkedText {
    let file: SourceFile
    let spans: [SourceSpan]

    init(_ text: String) {
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
        let file = SourceFile(name: "job.yaml", bytes: bytes)
        self.file = file
        self.spans = ranges.map { SourceSpan(file: file, start: $0.0, end: $0.1) }
    }
}
