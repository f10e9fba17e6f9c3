internal import Diagnostics
internal import YAML

extension Checker {
    /// Checks a mapping against a section.
    ///
    /// What is wrong became diagnostics; the values that are right are there all the same, so that what can still be
    /// checked about them is.
    mutating func check(_ entries: [YAMLEntry], at span: SourceSpan, against section: Section) -> CheckedSection {
        var checked = CheckedSection(name: section.name, span: span)
        for entry in entries {
            let name = entry.key.text
            if section.hasPrivateKeys, name.hasPrefix("x-") { continue }
            guard let key = section.key(name) else {
                unknownKey(entry.key, in: section)
                continue
            }
            checked.presentKeys.append(name)
            let first = uses.count
            let isRemoved = section.nullRemoves && NodeKind(entry.value) == .null
            let value = isRemoved ? nil : check(key, entry.value)
            guard value != nil || isRemoved else {
                checked.broken[name] = CheckedSection.Broken(
                    uses: Array(uses[first...]), names: entry.value.mapping?.map(\.key.text))
                continue
            }
            checked.entries[name] = CheckedSection.Entry(
                value: value, keySpan: entry.key.span, valueSpan: entry.value.span, uses: Array(uses[first...]))
        }
        requireKeys(of: section, in: checked)
        checkGroups(of: section, in: checked, entries: entries)
        return checked
    }

    private mutating func unknownKey(_ key: YAMLKey, in section: Section) {
        let names = section.keys.map(\.name)
        let nearest = Suggestion.nearest(key.text, in: names)
        // Who probably mistyped one key does not need all of the others.
        let isCut = nearest != nil && names.count > Self.shownKeys
        let shown = (isCut ? names.prefix(Self.shownKeys) + ["…"] : names[...]).joined(separator: ", ")
        diagnostics.error(
            .unknownKey, "unknown key '\(key.text.excerpt)'", at: key.span,
            label: nearest.map { "did you mean '\($0)'?" },
            notes: ["\(section.noun) has: \(shown)"])
    }

    /// How many keys are listed beside a suggestion.
    private static let shownKeys = 10

    private mutating func requireKeys(of section: Section, in checked: CheckedSection) {
        guard section.isWhole else { return }
        for key in section.keys where key.declaration.isRequired && !checked.has(key.name) {
            diagnostics.error(
                .missingKey, "\(section.noun) needs '\(key.name)'", at: checked.span.firstLine,
                label: "add \(key.name): \(key.declaration.example.firstLine)",
                notes: ["\(key.name): \(key.declaration.doc)"])
        }
    }

    private mutating func checkGroups(of section: Section, in checked: CheckedSection, entries: [YAMLEntry]) {
        for group in section.groups {
            let present = entries.filter { group.names.contains($0.key.text) }
            if present.isEmpty {
                guard group.isRequired else { continue }
                diagnostics.error(
                    .missingKey, "\(section.noun) needs one of \(group.names.joined(separator: ", "))",
                    at: checked.span.firstLine)
            }
            guard let first = present.first else { continue }
            for entry in present.dropFirst() where entry.key.text != first.key.text {
                diagnostics.error(
                    .exclusiveKeys, "'\(entry.key.text)' and '\(first.key.text)' rule each other out",
                    at: entry.key.span, label: "leave one of them out",
                    notes: [
                        "\(section.noun) has \(group.isRequired ? "just" : "at most") one of "
                            + group.names.joined(separator: ", ")
                    ],
                    related: [Diagnostic.Related(first.key.span, "the first one")])
            }
        }
    }
}
