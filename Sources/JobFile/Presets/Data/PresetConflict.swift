/// A key that a provider never takes where a parameter has a certain value.
struct PresetConflict: Sendable {
    /// The parameter.
    let parameter: String
    /// Its value.
    let value: String
    /// The key that does not go with it.
    let key: String
    /// What to write in its place.
    let advice: String
}
