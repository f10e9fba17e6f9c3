/// A token source that a preset brings along, for the first of two steps.
struct PresetHelper: Sendable {
    /// What stands behind the name of the source itself in its own: `NAME-SUFFIX`.
    let suffix: String
    /// Its kind.
    let type: String
    /// The keys of the source that are meant for this one.
    let takes: [String]
    /// The keys that the preset fills in.
    let defaults: String
}
