/// Keys that rule each other out.
struct KeyGroup: Sendable {
    /// The keys.
    let names: [String]
    /// Whether one of them must be there.
    let isRequired: Bool

    /// Just one of these.
    static func exactlyOne(_ names: String...) -> KeyGroup { KeyGroup(names: names, isRequired: true) }
    /// One of these or none.
    static func atMostOne(_ names: String...) -> KeyGroup { KeyGroup(names: names, isRequired: false) }
}
