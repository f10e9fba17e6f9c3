/// A value that a scope found.
public struct TemplateLookup: Sendable {
    /// The value.
    public let value: TemplateValue
    /// How many steps of the path the value stands for; the evaluator walks the rest.
    public let consumed: Int

    /// Makes a finding.
    public init(_ value: TemplateValue, consumed: Int) {
        self.value = value
        self.consumed = consumed
    }
}
