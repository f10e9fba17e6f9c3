internal import Diagnostics
internal import YAML

extension PresetExpansion {
    /// Says what the provider never takes together.
    func checkConflicts(with checker: inout Checker) {
        for conflict in preset.conflicts {
            guard let parameter = entry(conflict.parameter), parameter.value.scalar?.text == conflict.value,
                let key = entry(conflict.key), NodeKind(key.value) != .null
            else { continue }
            checker.diagnostics.error(
                .presetRule, "\(preset.title) takes no \(conflict.key) with \(conflict.parameter): \(conflict.value)",
                at: key.key.span, label: conflict.advice,
                related: [Diagnostic.Related(parameter.value.span, "the \(conflict.parameter)")])
        }
    }

    private func entry(_ name: String) -> YAMLEntry? { entries.first { $0.key.text == name } }
}
