internal import YAML

/// A key of the job language, by whose type its value is read.
struct Key<Value: Sendable>: LanguageKey {
    let declaration: KeyDeclaration
    private let shape: ValueShape<Value>

    /// Declares a key.
    init(
        _ name: String,
        _ shape: ValueShape<Value>,
        _ evaluated: Moment = .never,
        required isRequired: Bool = false,
        secret isSecret: Bool = false,
        public isPublic: Bool = false,
        standard: String? = nil,
        doc: String,
        example: String
    ) {
        self.shape = shape
        declaration = KeyDeclaration(
            name: name, form: shape.form, evaluated: evaluated, isRequired: isRequired, isSecret: isSecret,
            isPublic: isPublic, standard: standard, doc: doc, example: example)
    }

    func check(_ node: YAMLNode, with checker: inout Checker) -> (any Sendable)? {
        shape.read(node, &checker)
    }
}
