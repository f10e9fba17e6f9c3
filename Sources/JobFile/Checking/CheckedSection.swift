internal import Diagnostics

/// A mapping that was checked against its section: the values by their keys.
struct CheckedSection: Sendable {
    /// The value of a key.
    struct Entry: Sendable {
        /// The value, of the type of the key; nil for a null that takes away what would hold otherwise.
        var value: (any Sendable)?
        /// Where the key stands.
        let keySpan: SourceSpan
        /// Where the value stands.
        let valueSpan: SourceSpan
        /// The templates in the value.
        var uses: [TemplateUse]
    }

    /// What is known of a value that is wrong.
    struct Broken: Sendable {
        /// The templates in it that are right.
        let uses: [TemplateUse]
        /// The names of its entries; nil when it is no mapping.
        let names: [String]?
    }

    /// The section's name.
    let name: String
    /// Where the mapping stands.
    let span: SourceSpan
    /// The values that are right, by key.
    var entries: [String: Entry] = [:]
    /// What is known of the values that are wrong, by key.
    var broken: [String: Broken] = [:]
    /// The keys that are there, right or wrong, in their order.
    var presentKeys: [String] = []

    init(name: String, span: SourceSpan) {
        self.name = name
        self.span = span
    }

    /// The value of a key, when it is there and right.
    subscript<Value>(_ key: Key<Value>) -> Value? {
        KeyReads.current?.note(section: name, key: key.name)
        return entries[key.name]?.value as? Value
    }

    /// Whether the mapping has a key, right or wrong.
    func has(_ name: String) -> Bool { presentKeys.contains(name) }

    /// Whether the mapping has a key, right or wrong.
    func has(_ key: some LanguageKey) -> Bool { has(key.name) }

    /// This mapping with some of its keys only.
    func only(_ keys: [any LanguageKey]) -> CheckedSection {
        let names = Set(keys.map(\.name))
        var result = self
        result.presentKeys.removeAll { !names.contains($0) }
        result.entries = entries.filter { names.contains($0.key) }
        result.broken = broken.filter { names.contains($0.key) }
        return result
    }

    /// Where a key stands; the whole mapping when it is not there.
    func span(of key: some LanguageKey) -> SourceSpan { entries[key.name]?.keySpan ?? span }

    /// Where a key's value stands; the whole mapping when it is not there.
    func valueSpan(of key: some LanguageKey) -> SourceSpan { entries[key.name]?.valueSpan ?? span }

    /// Whether the mapping has a key whose value is wrong.
    func isBroken(_ key: some LanguageKey) -> Bool { broken[key.name] != nil }

    /// Whether a value is wrong, also in a mapping inside.
    var hasBroken: Bool {
        !broken.isEmpty || entries.values.contains { ($0.value as? CheckedSection)?.hasBroken ?? false }
    }

    /// The templates of all values, also of those in which something else is wrong.
    var uses: [TemplateUse] { presentKeys.flatMap { entries[$0]?.uses ?? broken[$0]?.uses ?? [] } }
}
