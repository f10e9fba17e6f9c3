internal import JSON
internal import Secrets
internal import Template

extension Loader {
    /// The texts of a list in which a template may give several.
    mutating func texts(_ templates: [LocatedTemplate]) -> [String] {
        templates.flatMap { template -> [String] in
            guard let value = value(template), !value.isNull else { return [] }
            if case .array(let elements) = value.json { return elements.map(\.spelled) }
            return [value.json.spelled]
        }
    }

    /// Words, written as a list or in one text with spaces between them.
    mutating func words(_ templates: [LocatedTemplate]) -> [String] {
        texts(templates).flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
    }

    /// Names with their values; a list repeats the name, null leaves it out.
    mutating func parameters(_ entries: [EntryTemplate]) -> [OAuthSource.Parameter] {
        entries.flatMap { entry in
            entry.values.flatMap { tree -> [OAuthSource.Parameter] in
                guard let value = value(tree) else { return [] }
                let elements: [JSONValue] = if case .array(let elements) = value.json { elements } else { [value.json] }
                return elements.filter { $0 != .null }.map {
                    OAuthSource.Parameter(
                        name: entry.name, value: SensitiveText($0.spelled, isSecret: value.isSecret))
                }
            }
        }
    }

    /// Entries with their values filled in.
    ///
    /// A template that gives a secret stays as it is, so that the value is known to be one where it is sent.
    mutating func entries(_ entries: [EntryTemplate]) -> [EntryTemplate] {
        entries.map { entry in
            var entry = entry
            entry.values = entry.values.compactMap { tree in
                guard case .template(let template) = tree else { return tree }
                guard let value = value(template), !value.isOmitted else { return nil }
                return value.isSecret ? tree : .literal(value.json)
            }
            return entry
        }
    }
}
