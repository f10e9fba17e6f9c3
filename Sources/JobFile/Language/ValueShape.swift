internal import YAML

/// What a value may be, and how it is read.
struct ValueShape<Value: Sendable>: Sendable {
    /// The description.
    let form: ValueForm
    /// Reads a value; nil after a diagnostic.
    let read: @Sendable (YAMLNode, inout Checker) -> Value?

    init(_ form: ValueForm, read: @escaping @Sendable (YAMLNode, inout Checker) -> Value?) {
        self.form = form
        self.read = read
    }

    /// The same, with the value turned into another.
    func map<Other>(_ transform: @escaping @Sendable (Value) -> Other) -> ValueShape<Other> {
        ValueShape<Other>(form) { node, checker in read(node, &checker).map(transform) }
    }
}
