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

    /// The section's name.
    let name: String
    /// Where the mapping stands.
    let span: SourceSpan
    /// The values that are right, by key.
    var entries: [String: Entry] = [:]
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

    /// Where a key stands; the whole mapping when it is not there.
    func span(of key: some LanguageKey) -> SourceSpan { entries[key.name]?.keySpan ?? span }

    /// Where a key's value stands; the whole mapping when it is not there.
    func valueSpan(of key: some LanguageKey) -> SourceSpan { entries[key.name]?.valueSpan ?? span }

    /// The templates of all values.
    var uses: [TemplateUse] { presentKeys.flatMap { entries[$0]?.uses ?? [] } }
}
