/// What is known about a provider: values for the keys of a token source, as data.
///
/// Texts of the data are YAML in which `<NAME>` stands for the value of a parameter or of another key of the source,
/// and `<NAME | FILTER>` for that value through filters of templates; `<name>` is the name of the source itself. An
/// entry whose placeholder has no value is left out.
struct Preset: Sendable {
    /// The word after `preset:`.
    let name: String
    /// The provider's name.
    let title: String
    /// What the preset is for.
    let doc: String
    /// What the provider needs to be told.
    let parameters: [PresetParameter]
    /// The kind of source.
    var type = TokenSourceKeys.standardType
    /// The keys that the preset fills in.
    let defaults: String
    /// Further keys, where they depend on the others.
    var cases: [PresetCase] = []
    /// What does not go together.
    var conflicts: [PresetConflict] = []
    /// A source of its own that the preset brings along.
    var helper: PresetHelper?
    /// The provider's quirks, a paragraph each.
    let notes: [String]
    /// How it is used.
    let example: String

    /// The kinds of sources that it may become.
    var types: [String] { [type] + cases.compactMap(\.type).filter { $0 != type } }
}
