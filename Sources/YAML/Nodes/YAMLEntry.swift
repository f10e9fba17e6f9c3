/// A key of a mapping with its value.
public struct YAMLEntry: Sendable {
    /// The key.
    public let key: YAMLKey
    /// The value.
    public let value: YAMLNode
    /// Whether a merge key (`<<`) brought it in; its places are then those of the mapping that it came from.
    public let isMerged: Bool

    init(key: YAMLKey, value: YAMLNode, isMerged: Bool = false) {
        self.key = key
        self.value = value
        self.isMerged = isMerged
    }
}
