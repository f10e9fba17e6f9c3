/// What there is to say about a diagnostic code, for `explain` and the documentation.
public struct DiagnosticExplanation: Hashable, Sendable {
    /// The code.
    public let code: DiagnosticCode
    /// One line, without a full stop.
    public let title: String
    /// Some paragraphs: what it means, why it is so, what to do.
    public let explanation: String

    /// Puts a code, its title and its explanation together.
    public init(_ code: DiagnosticCode, _ title: String, _ explanation: String) {
        self.code = code
        self.title = title
        self.explanation = explanation
    }
}

/// The diagnostic codes of one or more layers with their explanations.
///
/// Each layer declares its table as a constant in an extension (`DiagnosticRegistry.yaml`), and whoever needs all of
/// them merges those tables.
public struct DiagnosticRegistry: Sendable {
    /// All explanations, ordered by code.
    public let explanations: [DiagnosticExplanation]

    /// Makes a table; of explanations with the same code the first counts.
    public init(_ explanations: [DiagnosticExplanation]) {
        var seen: Set<DiagnosticCode> = []
        self.explanations =
            explanations
            .filter { seen.insert($0.code).inserted }
            .sorted { $0.code < $1.code }
    }

    /// Makes one table of several.
    public init(merging registries: [DiagnosticRegistry]) {
        self.init(registries.flatMap(\.explanations))
    }

    /// The explanation of a code, if the table has it.
    public subscript(code: DiagnosticCode) -> DiagnosticExplanation? {
        explanations.first { $0.code == code }
    }
}
