/// The version of `errand`.
enum Version {
    /// As printed by `errand --version`.
    static let current = "0.1.0"
}
