import Diagnostics
import Secrets
import Template

/// What is fixed for a run: the `run` root of templates.
public struct RunFacts: Sendable {
    /// An identifier of this run, unique to it.
    public let id: String
    /// When the run began, RFC 3339 in UTC.
    public let startedAt: String
    /// The date on which it began, `yyyy-MM-dd`, in UTC or the job's `options.timezone`.
    public let date: String

    /// The facts of one run.
    public init(id: String, startedAt: String, date: String) {
        self.id = id
        self.startedAt = startedAt
        self.date = date
    }
}

extension RunFacts {
    /// The facts of a run that begins now, in words that the job's own templates would use.
    init(_ functions: TemplateFunctions) throws(RunFailure) {
        self.init(
            id: try Self.text("${uuid()}", functions),
            startedAt: try Self.text("${now()}", functions),
            date: try Self.text("${now() | date(\"yyyy-MM-dd\")}", functions))
    }

    private struct Scope: TemplateScope {
        let functions: TemplateFunctions
        func lookup(_ root: String, _ path: [TemplatePathStep]) throws(TemplateError) -> TemplateLookup? { nil }
    }

    private static func text(_ template: String, _ functions: TemplateFunctions) throws(RunFailure) -> String {
        do throws(TemplateError) {
            return try parsed(template).text(in: Scope(functions: functions), for: .plain).text
        } catch {
            // The zone comes from the job; all else is fixed.
            throw RunFailure(
                .callFailed,
                Diagnostic(code: .templateFailed, title: "the date of the run is not to be had: \(error.message)"))
        }
    }

    private static func parsed(_ text: String) throws(TemplateError) -> Template {
        do throws(TemplateSyntaxErrors) {
            return try Template(text)
        } catch {
            throw error.errors.first ?? TemplateError(message: text)
        }
    }
}
