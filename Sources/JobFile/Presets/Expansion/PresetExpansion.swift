internal import Diagnostics
internal import YAML

/// Turns a token source with a preset into one without, before it is checked.
struct PresetExpansion {
    let preset: Preset
    let data: PresetData
    /// The source as written.
    let source: YAMLNode
    /// Its entries.
    let entries: [YAMLEntry]
    /// Where the preset is named.
    let place: SourceSpan

    /// The source's name; that of a single one when it gives none.
    var name: String {
        entries.first { $0.key.text == TokenSourceKeys.name.name }?.value.scalar?.text ?? "default"
    }

    /// The source with what the preset fills in, and the one that the preset brings along; nil after a diagnostic.
    ///
    /// - Parameter isOnly: whether it is the only source, which need not have a name.
    func expanded(isOnly: Bool, with checker: inout Checker) -> [YAMLNode]? {
        let cases = preset.cases.indices.filter { holds(preset.cases[$0]) }
        let parameters = preset.parameters + cases.flatMap { preset.cases[$0].parameters }
        let values = PresetValues(expansion: self, parameters: parameters).read(with: &checker)
        let type = checkedType(cases, with: &checker)
        checkConflicts(with: &checker)
        guard let values, let type else { return nil }
        let merge = PresetMerge(section: TokenSourceKeys.section(ofType: type))
        let defaults = cases.reduce(data.defaults) { PresetMerge.replace($0, by: data.cases[$1]) }
        let taken = Set(parameters.filter { !$0.isOwnKey }.map(\.name) + (preset.helper?.takes ?? []))
        var own = entries.filter { !taken.contains($0.key.text) }
        if preset.helper != nil, isOnly, !own.contains(where: { $0.key.text == TokenSourceKeys.name.name }) {
            own.insert(entry(TokenSourceKeys.name.name, name), at: 0)
        }
        let typed = entry(TokenSourceKeys.type.name, type)
        let main = YAMLNode(entries: merge.put(own, on: [typed] + values.filled(defaults)), at: source.span)
        return [main] + (helper(values).map { [$0] } ?? [])
    }

    /// The source that the preset brings along.
    private func helper(_ values: PlaceholderValues) -> YAMLNode? {
        guard let helper = preset.helper else { return nil }
        let merge = PresetMerge(section: TokenSourceKeys.section(ofType: helper.type))
        let parameters = Set(preset.parameters.filter { !$0.isOwnKey }.map(\.name))
        let own = entries.filter { helper.takes.contains($0.key.text) && !parameters.contains($0.key.text) }
        let named = [
            entry(TokenSourceKeys.name.name, "\(name)-\(helper.suffix)"), entry(TokenSourceKeys.type.name, helper.type),
        ]
        return YAMLNode(entries: named + merge.put(own, on: values.filled(data.helper)), at: place)
    }

    private func entry(_ name: String, _ text: String) -> YAMLEntry {
        YAMLEntry(name: name, at: place, value: YAMLNode(text: text, at: place))
    }

    private func holds(_ condition: PresetCase) -> Bool {
        let text = entries.first { $0.key.text == condition.key }?.value.scalar?.text
        guard let value = condition.value else {
            return entries.contains { $0.key.text == condition.key && NodeKind($0.value) != .null }
        }
        return text == value
    }

    /// The kind of source, which may be written besides but not be another; nil after a diagnostic.
    private func checkedType(_ cases: [Int], with checker: inout Checker) -> String? {
        let type = cases.compactMap { preset.cases[$0].type }.last ?? preset.type
        guard let written = entries.first(where: { $0.key.text == TokenSourceKeys.type.name }),
            written.value.scalar?.text != type
        else { return type }
        checker.diagnostics.error(
            .exclusiveKeys, "the preset \(preset.name) makes a source of type \(type)", at: written.value.span,
            label: "leave type out", related: [Diagnostic.Related(place, "the preset")])
        return nil
    }
}
