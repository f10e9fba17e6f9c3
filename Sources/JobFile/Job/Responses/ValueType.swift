/// The types that inputs and fields can have.
public enum ValueType: String, Sendable, Hashable, CaseIterable {
    /// Text.
    case text
    /// A whole number.
    case integer
    /// A number, in its own spelling.
    case number
    /// True or false.
    case boolean
}
