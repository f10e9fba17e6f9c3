internal import Diagnostics
internal import YAML

/// The texts of a preset, read.
struct PresetData {
    /// The entries of the preset's own data.
    let defaults: [YAMLEntry]
    /// The entries of each case.
    let cases: [[YAMLEntry]]
    /// The entries of the source that it brings along.
    let helper: [YAMLEntry]

    init(_ preset: Preset) {
        defaults = Self.entries(preset.defaults, of: preset)
        cases = preset.cases.map { Self.entries($0.defaults, of: preset) }
        helper = preset.helper.map { Self.entries($0.defaults, of: preset) } ?? []
    }

    /// A test holds that the data is right.
    private static func entries(_ text: String, of preset: Preset) -> [YAMLEntry] {
        var diagnostics = DiagnosticList()
        let file = SourceFile(name: "preset \(preset.name)", text: text)
        return YAMLReader.read(file, diagnostics: &diagnostics)?.mapping ?? []
    }
}
