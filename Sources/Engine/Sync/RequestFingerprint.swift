import Crypto
import Diagnostics
import JSON
import JSONPath
import JobFile
import Template

/// Tells whether a call asks for the same as in the run before, so that its watermark fits.
///
/// It covers method, URL, query and body, with the values of inputs and environment filled in: another `--input` asks for
/// something else. What differs from run to run by itself (`since`, pages, dates, items, secrets, what earlier calls
/// brought) counts as it is written.
struct RequestFingerprint {
    let call: Call
    /// Load-time variables that are the same in every run.
    let scope: RunScope

    /// The fingerprint in hexadecimal digits.
    var text: String {
        var parts = [call.request.method, call.request.baseURL ?? "", text(call.request.url)]
        for entry in call.request.query { parts += text(entry) }
        parts += body
        switch call.incremental?.kind {
        case .field(let field): parts += ["field", field.path.value.text, field.type.rawValue]
        case .token(let path, let parameter): parts += ["token", path.value.text, parameter ?? ""]
        case .nextURL(let path): parts += ["next_url", path.value.text]
        case nil: break
        }
        var hash = SHA256()
        for part in parts {
            hash.update(data: Array(part.utf8))
            hash.update(data: [0])
        }
        return hash.finalize().prefix(16).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }

    private var body: [String] {
        switch call.request.body {
        case .none: ["none"]
        case .json(let value): ["json", text(value)]
        case .form(let entries): ["form"] + entries.flatMap(text)
        case .multipart(let parts): ["multipart"] + parts.map(\.name)
        case .text(let template): ["text", text(template)]
        case .file(let template): ["file", text(template)]
        case .graphql(let query, let variables): ["graphql", text(query), variables.map(text) ?? ""]
        }
    }

    private func text(_ entry: EntryTemplate) -> [String] { [entry.name] + entry.values.map(text) }

    private func text(_ value: ValueTemplate) -> String {
        switch value {
        case .literal(let value): value.serialized()
        case .template(let template): text(template)
        case .list(let values, _): "[\(values.map(text).joined(separator: ","))]"
        case .map(let entries, _): "{\(entries.map { "\($0.name):\(text($0.value))" }.joined(separator: ","))}"
        }
    }

    private static let steadyRoots: Set = ["env", "inputs", "vars"]

    private func text(_ located: LocatedTemplate) -> String {
        let template = located.template
        guard template.calledFunctions.isEmpty, template.references.allSatisfy(isSteady),
            let value = try? template.evaluate(in: scope), !value.isSecret
        else { return template.text }
        return value.json.serialized()
    }

    private func isSteady(_ reference: TemplateReference) -> Bool {
        guard reference.root == "vars", case .name(let name)? = reference.path.first else {
            return Self.steadyRoots.contains(reference.root)
        }
        return !scope.values.unsteadyVars.contains(name)
    }
}
