/// A call's own keys on top of the defaults.
struct LayeredSection {
    /// The keys of the call itself.
    let own: CheckedSection
    /// What holds where the call says nothing.
    let base: CheckedSection?

    /// The value of a key.
    subscript<Value>(_ key: Key<Value>) -> Value? {
        let standard = base?[key]
        let value = own[key]
        return own.has(key) ? value : standard
    }
}
