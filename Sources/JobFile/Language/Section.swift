/// A mapping with fixed keys: a part of the job language.
struct Section: Sendable {
    /// The name in the JSON Schema, such as `call`.
    let name: String
    /// With its article, as messages say it: `a call`.
    let noun: String
    /// The heading on the reference page.
    let title: String
    /// What it is for.
    let doc: String
    /// The keys in the order of the reference page.
    let keys: [any LanguageKey]
    /// Keys that rule each other out.
    let groups: [KeyGroup]
    /// Whether keys that begin with `x-` are passed over.
    let hasPrivateKeys: Bool
    /// Whether required keys must be there; not in a part of a whole.
    let isWhole: Bool
    /// Whether a key whose value is null takes away what `defaults` or an included file says.
    let nullRemoves: Bool
    /// An example, as it would be written.
    let example: String

    init(
        _ name: String,
        noun: String,
        title: String,
        doc: String,
        keys: [any LanguageKey],
        groups: [KeyGroup] = [],
        hasPrivateKeys: Bool = false,
        isWhole: Bool = true,
        nullRemoves: Bool = false,
        example: String
    ) {
        self.name = name
        self.noun = noun
        self.title = title
        self.doc = doc
        self.keys = keys
        self.groups = groups
        self.hasPrivateKeys = hasPrivateKeys
        self.isWhole = isWhole
        self.nullRemoves = nullRemoves
        self.example = example
    }

    /// The key of a name.
    func key(_ name: String) -> (any LanguageKey)? {
        keys.first { $0.name == name }
    }
}
