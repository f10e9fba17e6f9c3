internal import YAML

/// A key whatever the type of its value.
protocol LanguageKey: Sendable {
    /// What there is to say about it.
    var declaration: KeyDeclaration { get }
    /// Reads a value of the key; nil after a diagnostic.
    func check(_ node: YAMLNode, with checker: inout Checker) -> (any Sendable)?
}

extension LanguageKey {
    var name: String { declaration.name }
}
