internal import Diagnostics
internal import Template
internal import YAML

/// Walks a job file with the declaration of the language, and collects what is wrong and which templates there are.
struct Checker {
    /// What is wrong.
    var diagnostics = DiagnosticList()
    /// The templates seen so far, in the order of the file.
    private(set) var uses: [TemplateUse] = []
    /// When the templates of the key at hand are evaluated.
    private(set) var moment = Moment.never
    private var isPublic = false
    private var keyName = ""

    /// Reads the value of a key, with what its declaration says about templates.
    mutating func check(_ key: any LanguageKey, _ node: YAMLNode) -> (any Sendable)? {
        let outer = (moment, isPublic, keyName)
        (moment, isPublic, keyName) = (key.declaration.evaluated, key.declaration.isPublic, key.name)
        defer { (moment, isPublic, keyName) = outer }
        return key.check(node, with: &self)
    }

    /// The text of a scalar where nothing is evaluated; `$${` is a literal `${` as in templates.
    ///
    /// - Returns: nil after a diagnostic, when there is a `${` in it.
    mutating func plainText(_ scalar: YAMLScalar) -> String? {
        guard let range = TemplateText(scalar.text).firstOpening else {
            return scalar.text.replacing("$${", with: "${")
        }
        diagnostics.error(
            .templateNotEvaluated, "nothing is evaluated in '\(keyName)'", at: scalar.span(of: range),
            label: "${…} has no meaning here")
        return nil
    }

    /// The template in a scalar; nil after a diagnostic for each mistake in it.
    mutating func template(_ scalar: YAMLScalar) -> LocatedTemplate? {
        guard moment != .never else {
            guard let text = plainText(scalar) else { return nil }
            return LocatedTemplate(.literal(text), at: scalar.span, in: scalar)
        }
        do throws(TemplateSyntaxErrors) {
            let template = LocatedTemplate(try Template(scalar.text), at: scalar.span, in: scalar)
            note(template)
            return template
        } catch {
            for mistake in error.errors {
                diagnostics.error(
                    .templateSyntax, mistake.message, at: scalar.span(of: mistake.range), label: mistake.hint)
            }
            return nil
        }
    }

    private mutating func note(_ template: LocatedTemplate) {
        guard template.template.literalText == nil else { return }
        uses.append(TemplateUse(template: template, moment: moment, isPublic: isPublic, key: keyName))
    }
}
