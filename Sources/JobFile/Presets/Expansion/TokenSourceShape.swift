internal import Diagnostics
internal import YAML

/// How `auth` is read: one source or a list of them, of which those with a preset are expanded first.
enum TokenSourceShape {
    private static let source = TokenSourceKeys.source
    private static let form = ValueForm.either([source.form, .presets(Presets.all)])

    static let sources = ValueShape<[CheckedSection]>(.either([form, .list(form)])) { node, checker in
        guard let nodes = node.sequence ?? (node.mapping != nil ? [node] : nil) else {
            checker.wrongType(node, expected: .either([form, .list(form)]))
            return nil
        }
        guard !nodes.isEmpty else {
            checker.diagnostics.error(.emptyValue, "the list is empty", at: node.span)
            return nil
        }
        var presets = PresetReader(isOnly: nodes.count == 1)
        // All elements are read, so that the mistakes of all are shown.
        let sections = nodes.map { presets.read($0, with: &checker) }
        return sections.contains { $0 == nil } ? nil : sections.compactMap { $0 }.flatMap { $0 }
    }

    /// Reads sources, and keeps the data of presets that were used.
    private struct PresetReader {
        let isOnly: Bool
        var data: [String: PresetData] = [:]

        /// The source, and what a preset brings along; nil after a diagnostic.
        mutating func read(_ node: YAMLNode, with checker: inout Checker) -> [CheckedSection]? {
            let key = TokenSourceKeys.preset.name
            guard let entries = node.mapping, let entry = entries.first(where: { $0.key.text == key }) else {
                return source.read(node, &checker).map { [$0] }
            }
            guard let name = checker.check(TokenSourceKeys.preset, entry.value) as? Located<String>,
                let preset = Presets.named(name.value)
            else { return nil }
            let data = self.data[preset.name] ?? PresetData(preset)
            self.data[preset.name] = data
            let expansion = PresetExpansion(
                preset: preset, data: data, source: node, entries: entries, place: entry.value.span)
            guard let nodes = expansion.expanded(isOnly: isOnly, with: &checker) else { return nil }
            let sections = nodes.map { read($0, of: preset, with: &checker) }
            return sections.contains { $0 == nil } ? nil : sections.compactMap { $0 }
        }

        private func read(_ node: YAMLNode, of preset: Preset, with checker: inout Checker) -> CheckedSection? {
            let type = node.mapping?.first { $0.key.text == TokenSourceKeys.type.name }?.value.scalar?.text
            guard let entries = node.mapping, let section = TokenSourceKeys.section(ofType: type ?? "") else {
                return source.read(node, &checker)
            }
            return checker.check(entries, at: node.span, against: section.naming(preset))
        }
    }
}

extension TokenSourceKeys {
    /// The section of a kind of source.
    static func section(ofType type: String) -> Section? { kinds.first { $0.word == type }?.section }
}

extension Section {
    /// The section in the words of a preset, whose parameters are suggested for a key that does not exist.
    fileprivate func naming(_ preset: Preset) -> Section {
        let parameters = preset.parameters.filter { key($0.name) == nil }.map { OptionalKey($0.key) }
        return Section(
            name, noun: "a token source with the preset \(preset.name)", title: title, doc: doc,
            keys: parameters + keys, groups: groups, example: example)
    }
}

/// A key that need not be there.
struct OptionalKey: LanguageKey {
    let declaration: KeyDeclaration
    private let key: any LanguageKey

    init(_ key: any LanguageKey) {
        self.key = key
        let declared = key.declaration
        declaration = KeyDeclaration(
            name: declared.name, form: declared.form, evaluated: declared.evaluated, isRequired: false,
            isSecret: declared.isSecret, isPublic: declared.isPublic, standard: declared.standard,
            doc: declared.doc, example: declared.example)
    }

    func check(_ node: YAMLNode, with checker: inout Checker) -> (any Sendable)? { key.check(node, with: &checker) }
}
