internal import Diagnostics
internal import JSON
internal import Secrets
internal import Template

/// Evaluates what is evaluated when the job is loaded, and collects what is wrong with it.
struct Loader {
    var scope: LoadScope
    private(set) var diagnostics = DiagnosticList()
    private var reported: Set<Diagnostic> = []

    init(scope: LoadScope) {
        self.scope = scope
    }

    /// Adds an error, once: a template of the defaults is evaluated for each call.
    mutating func error(
        _ code: DiagnosticCode, _ title: String, at span: SourceSpan?, label: String? = nil, notes: [String] = []
    ) {
        add(Diagnostic(code: code, title: title, span: span, label: label, notes: notes))
    }

    /// Adds a warning, once like an error.
    mutating func warning(
        _ code: DiagnosticCode, _ title: String, at span: SourceSpan?, label: String? = nil, notes: [String] = []
    ) {
        add(Diagnostic(code: code, severity: .warning, title: title, span: span, label: label, notes: notes))
    }

    private mutating func add(_ diagnostic: Diagnostic) {
        if reported.insert(diagnostic).inserted { diagnostics.add(diagnostic) }
    }

    /// Evaluates a template, with its type kept when it is one `${…}`; nil after a diagnostic.
    mutating func value(_ template: LocatedTemplate) -> TemplateValue? {
        guard hasAll(template) else { return nil }
        do throws(TemplateError) {
            return try template.template.evaluate(in: scope)
        } catch {
            report(error, in: template)
            return nil
        }
    }

    /// Evaluates a template to text; nil after a diagnostic.
    mutating func text(_ template: LocatedTemplate, for place: InsertionPlace = .plain) -> SensitiveText? {
        guard hasAll(template) else { return nil }
        do throws(TemplateError) {
            return try template.template.text(in: scope, for: place)
        } catch {
            report(error, in: template)
            return nil
        }
    }

    /// A value that is known now; nil when there is none, or after a diagnostic.
    mutating func value<Value>(_ loaded: Loaded<Value>?) -> Value? {
        guard let loaded else { return nil }
        switch loaded.content {
        case .value(let value): return value
        case .template(let template, let reader):
            guard let text = text(template) else { return nil }
            do throws(ValueProblem) {
                return try reader.parse(text.text)
            } catch {
                let shown = text.isSecret ? "the value is a secret and not shown" : "the value is: \(text.text.excerpt)"
                self.error(
                    reader.code,
                    text.isSecret ? "\(reader.form.words) was expected" : error.message, at: template.span,
                    label: error.hint, notes: [shown] + error.notes)
                return nil
            }
        }
    }

    /// The value together with its place.
    mutating func located<Value>(_ loaded: Loaded<Value>?) -> Located<Value>? {
        guard let loaded, let value = value(loaded) else { return nil }
        return Located(value, at: loaded.span)
    }

    /// The value of a tree of templates; nil when it is left out with `omit`, or after a diagnostic.
    mutating func value(_ tree: ValueTemplate) -> TemplateValue? {
        switch tree {
        case .literal(let value): return TemplateValue(value)
        case .template(let template): return value(template).flatMap { $0.isOmitted ? nil : $0 }
        case .list(let trees, _): return TemplateValue(list: trees.compactMap { value($0) })
        case .map(let entries, _):
            var members: [JSONMember] = []
            var isSecret = false
            for (name, tree) in entries {
                guard let value = value(tree) else { continue }
                isSecret = isSecret || value.isSecret
                members.append(JSONMember(name: name, value: value.json))
            }
            return TemplateValue(.object(members), isSecret: isSecret)
        }
    }

    /// Says which environment variables and secrets of some templates are missing.
    mutating func require(_ templates: [LocatedTemplate]) {
        for template in templates { _ = hasAll(template) }
    }

    /// Whether the environment variables and secrets that a template needs are there.
    private mutating func hasAll(_ template: LocatedTemplate) -> Bool {
        let environment = scope.environment
        let unset = EnvironmentChecks(isSet: { environment[$0] != nil }).unset(in: [template])
        for (name, span) in unset {
            error(
                .environmentUnset, "the environment variable \(name) is not set", at: span,
                label: "set it, or give a default: ${env.\(name) | default(\"…\")}")
        }
        var isComplete = unset.isEmpty
        for reference in template.template.references where reference.root == "secrets" && !reference.hasDefault {
            guard case .name(let name)? = reference.path.first, scope.secrets[name] == nil else { continue }
            isComplete = false
            error(
                .secretMissing, "the secret '\(name)' is not there", at: template.span(of: reference.range),
                label: "it could not be had")
        }
        // A variable or an input that failed has its own diagnostic.
        let isFailed = template.template.references.contains { reference in
            guard case .name(let name)? = reference.path.first else { return false }
            return (reference.root == "vars" && scope.vars[name] == nil)
                || (reference.root == "inputs" && scope.inputs[name] == nil)
        }
        return isComplete && !(isFailed && diagnostics.hasErrors)
    }

    private mutating func report(_ failure: TemplateError, in template: LocatedTemplate) {
        error(.templateNotLoaded, failure.message, at: template.span(of: failure.range), label: failure.hint)
    }
}
