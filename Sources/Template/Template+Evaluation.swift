internal import JSON
public import Secrets

extension Template {
    /// Evaluates the template.
    ///
    /// - Returns: of exactly one `${…}` its value with its type; otherwise text.
    /// - Throws: why there is no value, with the place in the template's text.
    public func evaluate(in scope: some TemplateScope) throws(TemplateError) -> TemplateValue {
        if parts.count == 1, case .expression(let expression, _) = parts[0] {
            return try Evaluator(scope: scope).value(of: expression)
        }
        let text = try text(in: scope, for: .plain)
        return TemplateValue(.value(.string(text.text)), isSecret: text.isSecret)
    }

    /// Evaluates the template to text, with each value inserted as its place demands.
    ///
    /// Text, numbers and truth values are inserted; null, lists and objects are errors.
    ///
    /// - Throws: why there is no text, or why a value cannot stand where it would be inserted.
    public func text(in scope: some TemplateScope, for place: InsertionPlace) throws(TemplateError) -> SensitiveText {
        let evaluator = Evaluator(scope: scope)
        var assembler = TextAssembler(place)
        for part in parts {
            switch part {
            case .literal(let text): assembler.append(literal: text)
            case .expression(let expression, let range):
                try assembler.insert(try evaluator.value(of: expression), at: range)
            }
        }
        return try assembler.finish()
    }
}
