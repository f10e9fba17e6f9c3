import Diagnostics
import JobFile
import Secrets
import Template

extension LocatedTemplate {
    /// Evaluates the template, with its type kept when it is one `${…}`.
    ///
    /// - Throws: a failure that points at the place in the job file.
    func value(in scope: some TemplateScope) throws(RunFailure) -> TemplateValue {
        do throws(TemplateError) {
            return try template.evaluate(in: scope)
        } catch {
            throw failure(error)
        }
    }

    /// Evaluates the template to text, inserted as its place demands.
    ///
    /// - Throws: a failure that points at the place in the job file.
    func text(in scope: RunScope, for place: InsertionPlace) throws(RunFailure) -> SensitiveText {
        do throws(TemplateError) {
            return try template.text(in: scope, for: place)
        } catch {
            throw failure(error)
        }
    }

    private func failure(_ error: TemplateError) -> RunFailure {
        RunFailure(
            .callFailed,
            Diagnostic(
                code: .templateFailed, severity: .error, title: error.message, span: span(of: error.range),
                label: error.hint))
    }
}
