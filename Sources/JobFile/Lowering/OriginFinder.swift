internal import Diagnostics
internal import Secrets
internal import Template

/// Finds out where a call goes, as far as that is known before any answer.
struct OriginFinder {
    /// The call's URL.
    let url: LocatedTemplate
    /// What a URL that begins with `/` is joined to.
    let baseURL: String?
    /// Whether the call is made in any case, so that a URL that cannot be called is an error now.
    let isCertain: Bool

    /// The address of the URL; nil when only the run can tell.
    func address(with loader: inout Loader) -> WebAddress? {
        guard let known = known(with: &loader) else { return nil }
        if known.text.hasPrefix("/") { return baseURL.flatMap { try? WebAddress($0) } }
        // A host that is cut off may go on in a part that is not known.
        guard known.isWhole || WebAddress.hasWholeAuthority(known.text) else { return nil }
        do throws(ValueProblem) {
            return try WebAddress(known.text)
        } catch {
            guard isCertain else { return nil }
            loader.error(
                .badAddress, error.message, at: url.span, label: error.hint, notes: ["it is: \(known.text.excerpt)"])
            return nil
        }
    }

    /// The beginning of the URL up to the first part that depends on an answer, an item or a page.
    private func known(with loader: inout Loader) -> (text: String, isWhole: Bool)? {
        if isKnown(url.template) {
            guard isCertain else {
                return (try? url.template.text(in: loader.scope, for: .url)).map { ($0.text, true) }
            }
            return loader.text(url, for: .url).map { ($0.text, true) }
        }
        var beginning = ""
        for segment in TemplateText(url.template.text).segments {
            switch segment {
            case .literal(let text): beginning += text
            case .expression(let expression):
                guard let template = try? Template(String(expression)), isKnown(template) else {
                    return evaluate(beginning, with: loader)
                }
                beginning += expression
            }
        }
        return evaluate(beginning, with: loader)
    }

    private func evaluate(_ beginning: String, with loader: Loader) -> (text: String, isWhole: Bool)? {
        guard !beginning.isEmpty, let template = try? Template(beginning) else { return nil }
        return (try? template.text(in: loader.scope, for: .url)).map { ($0.text, false) }
    }

    private func isKnown(_ template: Template) -> Bool {
        template.references.allSatisfy { LoadScope.roots.contains($0.root) }
    }
}
