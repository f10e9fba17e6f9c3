/// The calls of a job by their names and in the order in which they run.
struct CallIndex: Sendable {
    /// All calls, those of `finally` last.
    let calls: [CheckedCall]
    private let positions: [String: Int]

    init(_ calls: [CheckedCall]) {
        self.calls = calls
        positions = Dictionary(
            calls.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// The place of a call among all; of several of one name that of the first.
    func position(of name: String) -> Int? { positions[name] }
}
