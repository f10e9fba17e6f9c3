extension ScalarReader where Value == ClosedRange<Int> {
    /// A status or several: `404`, `4xx`, `500-599`.
    static let status = ScalarReader(.status, code: .badStatus) { text throws(ValueProblem) in
        let problem = ValueProblem("this is not a status", hint: "such as 404, 4xx or 500-599")
        if let status = status(text) { return status...status }
        if text.utf8.count == 3, text.hasSuffix("xx"), let hundred = Int(text.prefix(1)), (1...5).contains(hundred) {
            return (hundred * 100)...(hundred * 100 + 99)
        }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, let first = status(ends[0]), let last = status(ends[1]) else { throw problem }
        guard first <= last else { throw ValueProblem("the range runs backwards", hint: "\(last)-\(first)") }
        return first...last
    }

    private static func status(_ text: some StringProtocol) -> Int? {
        guard text.utf8.count == 3, let number = Int(text), (100...599).contains(number) else { return nil }
        return number
    }
}
