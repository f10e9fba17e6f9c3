import JSON
import JobFile
import Secrets
import Template

/// Builds values of requests from their templates.
struct ValueBuilder {
    let scope: RunScope
    /// Whether a secret went into anything built so far.
    private(set) var hasSecret = false

    init(scope: RunScope) {
        self.scope = scope
    }

    /// The JSON value of a template tree; nil when it was left out with `omit`.
    mutating func json(_ template: ValueTemplate) throws(RunFailure) -> JSONValue? {
        switch template {
        case .literal(let value):
            return value
        case .template(let template):
            let value = try template.value(in: scope)
            if value.isSecret { hasSecret = true }
            return value.isOmitted ? nil : value.json
        case .list(let templates, _):
            var elements: [JSONValue] = []
            for template in templates {
                if let value = try json(template) { elements.append(value) }
            }
            return .array(elements)
        case .map(let entries, _):
            var members: [JSONMember] = []
            for (name, template) in entries {
                if let value = try json(template) { members.append(JSONMember(name: name, value: value)) }
            }
            return .object(members)
        }
    }

    /// The entries of a `query`, `headers` or `form`: a list repeats the name, null leaves it out.
    mutating func entries(_ templates: [EntryTemplate]) throws(RunFailure) -> [(name: String, value: SensitiveText)] {
        var entries: [(name: String, value: SensitiveText)] = []
        for entry in templates {
            for template in entry.values {
                for value in try texts(template) { entries.append((entry.name, value)) }
            }
        }
        return entries
    }

    private mutating func texts(_ template: ValueTemplate) throws(RunFailure) -> [SensitiveText] {
        var inner = ValueBuilder(scope: scope)
        guard let value = try inner.json(template) else { return [] }
        if inner.hasSecret { hasSecret = true }
        let values: [JSONValue]
        if case .array(let elements) = value { values = elements } else { values = [value] }
        return values.compactMap { value in
            switch value {
            case .null: nil
            case .string(let text): SensitiveText(text, isSecret: inner.hasSecret)
            case .bool, .number, .array, .object: SensitiveText(value.serialized(), isSecret: inner.hasSecret)
            }
        }
    }
}
