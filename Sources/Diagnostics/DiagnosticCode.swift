/// The stable name of a kind of diagnostic, such as `E0203`.
///
/// Each layer declares its own in an extension:
///
/// ```swift
/// extension DiagnosticCode {
///     /// A key that the language does not have.
///     public static let unknownKey = DiagnosticCode(rawValue: "E0203")
/// }
/// ```
///
/// The ranges: E00xx files and YAML syntax, E01xx YAML traps, E02xx keys and types, E03xx templates, E04xx JSONPath,
/// E05xx references, E06xx meaning, E07xx inputs and secrets, E10xx to E17xx run time.
public struct DiagnosticCode: RawRepresentable, Hashable, Sendable {
    /// The code as it is printed.
    public let rawValue: String

    /// Makes a code from its printed form.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}

extension DiagnosticCode: Comparable, CustomStringConvertible {
    /// The order of the printed forms.
    public static func < (left: DiagnosticCode, right: DiagnosticCode) -> Bool { left.rawValue < right.rawValue }

    /// The code as it is printed.
    public var description: String { rawValue }
}
