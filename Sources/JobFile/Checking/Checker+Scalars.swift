internal import Diagnostics
internal import YAML

extension Checker {
    /// The scalar of a node, when it is of the kind; nil after a diagnostic.
    mutating func scalar(_ node: YAMLNode, as form: ScalarForm) -> YAMLScalar? {
        guard let scalar = node.scalar, scalar.value != .null, Self.isOfKind(scalar, form.kind) else {
            wrongType(node, expected: .scalar(form))
            return nil
        }
        return scalar
    }

    private static func isOfKind(_ scalar: YAMLScalar, _ kind: ScalarForm.Kind) -> Bool {
        switch (kind, scalar.value) {
        case (.text, _): true
        case (.integer, .integer): true
        case (.boolean, .bool): true
        // A template gives what it gives.
        case (_, .string(let text)): text.utf8Range(of: "${") != nil
        default: false
        }
    }

    /// Reads the text of a scalar; nil after a diagnostic.
    mutating func parse<Value>(_ text: String, of scalar: YAMLScalar, with reader: ScalarReader<Value>) -> Value? {
        do throws(ValueProblem) {
            let value = try reader.parse(text)
            for warning in reader.warnings(value) {
                diagnostics.warning(
                    .doubtfulPattern, warning.message, at: warning.range.map { scalar.span(of: $0) } ?? scalar.span,
                    label: warning.hint)
            }
            return value
        } catch {
            diagnostics.error(
                reader.code, error.message, at: error.range.map { scalar.span(of: $0) } ?? scalar.span,
                label: error.hint, notes: error.notes)
            return nil
        }
    }

    /// Says that a node is not of the form.
    mutating func wrongType(_ node: YAMLNode, expected form: ValueForm) {
        diagnostics.error(
            .wrongType, "\(form.words) was expected, \(Self.words(for: node))", at: node.span,
            label: Self.advice(for: node, form: form))
    }

    /// What a node is, in words.
    private static func words(for node: YAMLNode) -> String {
        switch node.content {
        case .sequence: return "this is a list"
        case .mapping: return "this is a mapping"
        case .scalar(let scalar):
            switch scalar.value {
            case .null: return scalar.text.isEmpty ? "there is no value" : "this is null"
            case .bool: return "this is a boolean"
            case .integer, .float: return "this is a number"
            case .string: return "this is text"
            }
        }
    }

    /// What to do, where one thing is likely.
    private static func advice(for node: YAMLNode, form: ValueForm) -> String? {
        guard case .scalar(let expected) = form, let scalar = node.scalar, case .string(let text) = scalar.value,
            scalar.style == .singleQuoted || scalar.style == .doubleQuoted
        else { return nil }
        switch expected.kind {
        case .boolean where text == "true" || text == "false": return "leave the quotes out"
        case .integer where Int(text) != nil: return "leave the quotes out"
        default: return nil
        }
    }
}
