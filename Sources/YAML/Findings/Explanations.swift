public import Diagnostics

extension DiagnosticRegistry {
    /// What there is to say about the codes of the YAML layer.
    public static let yaml = DiagnosticRegistry(documentExplanations + syntaxExplanations + trapExplanations)
}
